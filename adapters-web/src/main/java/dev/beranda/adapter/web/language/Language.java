package dev.beranda.adapter.web.language;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/// A language we have words in.
public enum Language {
    ENGLISH("en"),
    INDONESIAN("id");

    /// Browsers send a handful of languages; what is much longer is not from a browser.
    private static final int LONGEST_HEADER = 200;

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.of(tag);
    }

    /// What the client prefers of what we have; English where it says nothing we understand.
    public static Language of(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        return header == null ? ENGLISH : preferredIn(header);
    }

    static Language preferredIn(String header) {
        for (LanguageRange range : rangesOf(header)) {
            for (Language language : values()) {
                if (range.getWeight() > 0 && language.isMeantBy(range.getRange())) {
                    return language;
                }
            }
        }
        return ENGLISH;
    }

    private boolean isMeantBy(String range) {
        return range.equals(tag) || range.startsWith(tag + "-");
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
