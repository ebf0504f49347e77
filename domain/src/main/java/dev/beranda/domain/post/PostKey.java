package dev.beranda.domain.post;

import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.Slug;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// What one calls a post by. No slug looks like an id.
public sealed interface PostKey {

    record Id(PostId id) implements PostKey {}

    /// Its address, or one it had before.
    record Address(Slug slug) implements PostKey {}

    /// Nothing for what no post can be called by.
    static Optional<PostKey> of(String raw) {
        if (Shape.OF_AN_ID.matcher(raw).matches()) {
            return Optional.of(new Id(new PostId(UUID.fromString(raw))));
        }
        return Slug.parse(raw) instanceof Parsed.Valid<Slug>(var slug)
                ? Optional.of(new Address(slug))
                : Optional.empty();
    }

    /// So that it is compiled once.
    enum Shape {
        ;

        private static final Pattern OF_AN_ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    }
}
