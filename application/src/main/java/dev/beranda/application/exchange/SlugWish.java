package dev.beranda.application.exchange;

import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.Transliteration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes addresses of what addresses are elsewhere.
final class SlugWish {

    private static final int MOST_NAMESAKES = 50;

    private final Transliteration transliteration;

    SlugWish(Transliteration transliteration) {
        this.transliteration = transliteration;
    }

    /// The nearest to it that can be one here; nothing where no letter of it can.
    public Optional<Slug> near(String raw) {
        if (Slug.parse(raw) instanceof Parsed.Valid<Slug>(var slug)) {
            return Optional.of(slug);
        }
        var nothing = new Slug("x");
        Slug made = Slug.of(transliteration.plainLetters(raw), nothing);
        return made == nothing ? Optional.empty() : Optional.of(made);
    }

    /// It, and others near it for where it is taken.
    static List<Slug> around(Slug slug) {
        return Stream.concat(
                        Stream.of(slug),
                        IntStream.rangeClosed(2, MOST_NAMESAKES).mapToObj(slug::numbered))
                .toList();
    }
}
