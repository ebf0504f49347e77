package dev.beranda.application.tag;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.SearchText;
import org.jspecify.annotations.Nullable;

/// Show a list of tags: to readers those that lead somewhere, to those who look after them all.
public final class ListTags {

    /// @param by nothing for somebody nobody knows
    public record Query(@Nullable Role by, @Nullable SearchText search, TagOrder order, PageRequest page) {}

    private final TagReader tags;

    public ListTags(TagReader tags) {
        this.tags = tags;
    }

    public Page<TagView> list(Query query) {
        boolean unused = query.by() != null && query.by().includes(Role.EDITOR);
        return tags.list(new TagReader.Which(query.search(), unused), query.order(), query.page());
    }
}
