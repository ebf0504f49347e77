package dev.beranda.adapter.web.tag;

import dev.beranda.application.tag.TagView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Tag")
record TagBody(
        UUID id,
        @Schema(example = "Street food") String name,
        @Schema(example = "street-food") String slug,
        @Schema(description = "Posts that everybody sees") long postCount,
        Instant createdAt,
        @Schema(description = "Counts the saves") long version) {

    static TagBody of(TagView tag) {
        return new TagBody(
                tag.id().value(), tag.name().value(), tag.slug().value(), tag.posts(), tag.createdAt(), tag.version());
    }
}
