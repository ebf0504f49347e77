package dev.beranda.domain.tag;

import dev.beranda.domain.shared.Slug;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// @param version counts the saves
public record Tag(TagId id, TagName name, Slug slug, Instant createdAt, long version) {

    private static final int MOST_NAMESAKES = 50;

    public static Tag coin(TagId id, TagName name, Slug slug, Instant now) {
        return new Tag(id, name, slug, now, 0);
    }

    public Tag called(TagName newName, Slug newSlug) {
        return new Tag(id, newName, newSlug, createdAt, version);
    }

    /// Where it could be found, the nicest first: others of the same letters may have been there before.
    public List<Slug> addresses() {
        return Stream.concat(
                        Stream.of(slug),
                        IntStream.rangeClosed(2, MOST_NAMESAKES).mapToObj(slug::numbered))
                .toList();
    }
}
