package dev.beranda.application.tag;

import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Slug;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Show a tag. What nobody but those who write has seen tells readers nothing, not even its name.
public final class ShowTag {

    /// @param by nothing for somebody nobody knows
    public record Query(@Nullable Role by, Slug address) {}

    private final TagReader tags;

    public ShowTag(TagReader tags) {
        this.tags = tags;
    }

    public Optional<TagView> show(Query query) {
        boolean unused = query.by() != null && query.by().includes(Role.EDITOR);
        return tags.find(query.address()).filter(tag -> unused || tag.posts() > 0);
    }
}
