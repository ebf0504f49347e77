package dev.beranda.application.tag;

import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.tag.TagId;
import dev.beranda.domain.tag.TagName;
import java.time.Instant;

/// @param posts those that everybody sees
public record TagView(TagId id, TagName name, Slug slug, long posts, Instant createdAt, long version) {}
