package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.markup.CommonmarkTypesetter;
import dev.beranda.adapter.markup.JunidecodeTransliteration;
import dev.beranda.adapter.markup.LineDifferences;
import dev.beranda.domain.post.Differences;
import dev.beranda.domain.shared.Transliteration;
import dev.beranda.domain.shared.Typesetter;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// What sets text, for all words that have any.
@Factory
final class MarkupWiring {

    @Singleton
    Typesetter typesetter() {
        return new CommonmarkTypesetter();
    }

    @Singleton
    Transliteration transliteration() {
        return new JunidecodeTransliteration();
    }

    @Singleton
    Differences differences() {
        return new LineDifferences();
    }
}
