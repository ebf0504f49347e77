package dev.beranda.domain.tag;

import dev.beranda.domain.shared.Slug;
import java.time.Instant;

/// @param version counts the saves
public record Tag(TagId id, TagName name, Slug slug, Instant createdAt, long version) {

    public static Tag coin(TagId id, TagName name, Slug slug, Instant now) {
        return new Tag(id, name, slug, now, 0);
    }
}
