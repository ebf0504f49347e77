package dev.beranda.adapter.web.language;

import dev.beranda.domain.shared.Language;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/// The sentences for people, by code and language. Every language has every sentence.
@Singleton
public final class Messages {

    private final Map<Language, Properties> sentences = new EnumMap<>(Language.class);

    Messages() {
        for (Language language : Language.values()) {
            sentences.put(language, load(language));
        }
    }

    public String title(Language language, String code) {
        return say(language, code + ".title", List.of());
    }

    public String say(Language language, String key, List<Object> arguments) {
        String pattern = sentencesIn(language).getProperty(key);
        if (pattern == null) {
            throw new IllegalStateException("no words for " + key + " in " + language.tag());
        }
        return arguments.isEmpty()
                ? pattern
                : new MessageFormat(pattern, Locale.of(language.tag())).format(arguments.toArray());
    }

    public boolean knows(Language language, String key) {
        return sentencesIn(language).containsKey(key);
    }

    Set<String> keys(Language language) {
        return sentencesIn(language).stringPropertyNames();
    }

    private Properties sentencesIn(Language language) {
        return sentences.getOrDefault(language, new Properties());
    }

    private static Properties load(Language language) {
        String file = "messages_" + language.tag() + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
