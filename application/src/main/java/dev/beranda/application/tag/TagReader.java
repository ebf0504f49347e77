package dev.beranda.application.tag;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.shared.SearchText;
import dev.beranda.domain.shared.Slug;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads tags for show.
public interface TagReader {

    /// @param address its own, or one that leads to it
    Optional<TagView> find(Slug address);

    Page<TagView> list(Which which, TagOrder order, PageRequest page);

    /// @param search a part of the name, whatever its case; nothing for all
    /// @param unused whether also those of no post that everybody sees
    record Which(@Nullable SearchText search, boolean unused) {}
}
