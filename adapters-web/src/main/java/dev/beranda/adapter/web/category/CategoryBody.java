package dev.beranda.adapter.web.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.application.category.BranchView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A category with all that stands within it.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Category")
record CategoryBody(
        UUID id,
        @Schema(example = "Street food") String name,
        @Schema(example = "street-food") String slug,

        @Nullable @Schema(description = "The slug of the one it stands in; absent at the top")
        String parent,

        @Schema(description = "Posts that everybody sees, with those of all categories within it")
        long postCount,

        Instant createdAt,
        @Schema(description = "Counts the saves") long version,
        List<CategoryBody> children) {

    static CategoryBody of(BranchView branch) {
        var category = branch.category();
        return new CategoryBody(
                category.id().value(),
                category.name().value(),
                category.slug().value(),
                branch.parent() == null ? null : branch.parent().value(),
                branch.posts(),
                category.createdAt(),
                category.version(),
                branch.children().stream().map(CategoryBody::of).toList());
    }
}
