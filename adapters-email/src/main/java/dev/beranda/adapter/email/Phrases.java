package dev.beranda.adapter.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences of letters in one language. Every language has every sentence.
final class Phrases {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Language language;
    private final Properties sentences;

    Phrases(Language language) {
        this.language = language;
        this.sentences = load("messages_" + language.tag() + ".properties");
    }

    Language language() {
        return language;
    }

    /// What is filled in is not read again: a name may look like a place.
    String say(String key, String... fillings) {
        return PLACE.matcher(sentence(key))
                .replaceAll(place -> Matcher.quoteReplacement(fillings[Integer.parseInt(place.group(1))]));
    }

    String moment(Instant moment) {
        return DateTimeFormatter.ofPattern(sentence("moment"), Locale.of(language.tag()))
                .withZone(ZoneOffset.UTC)
                .format(moment);
    }

    String place(Place place) {
        String country = Locale.of("", place.country()).getDisplayCountry(Locale.of(language.tag()));
        return place.city().isEmpty() ? country : place.city() + ", " + country;
    }

    Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    String sentence(String key) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalStateException("no words for " + key + " in " + language.tag());
        }
        return sentence;
    }

    private static Properties load(String file) {
        try (InputStream in = Phrases.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            var sentences = new Properties();
            sentences.load(new InputStreamReader(in, UTF_8));
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
