package dev.beranda.adapter.web.language;

import dev.beranda.domain.shared.Language;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale.LanguageRange;

/// What the client prefers of the languages we have words in; English where it says nothing we understand.
public final class PreferredLanguage {

    /// Browsers send a handful of languages; what is much longer is not from a browser.
    private static final int LONGEST_HEADER = 200;

    private PreferredLanguage() {}

    public static Language of(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        return header == null ? Language.ENGLISH : in(header);
    }

    /// What somebody says in `Accept-Language`.
    public static Language in(String header) {
        for (LanguageRange range : rangesOf(header)) {
            for (Language language : Language.values()) {
                if (range.getWeight() > 0 && means(range.getRange(), language)) {
                    return language;
                }
            }
        }
        return Language.ENGLISH;
    }

    private static boolean means(String range, Language language) {
        return range.equals(language.tag()) || range.startsWith(language.tag() + "-");
    }

    private static List<LanguageRange> rangesOf(String header) {
        if (header.length() > LONGEST_HEADER) {
            return List.of();
        }
        try {
            return LanguageRange.parse(header);
        } catch (IllegalArgumentException notAListOfLanguages) {
            return List.of();
        }
    }
}
