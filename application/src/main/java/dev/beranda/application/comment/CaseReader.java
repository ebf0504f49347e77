package dev.beranda.application.comment;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import org.jspecify.annotations.Nullable;

/// Reads comments for those who judge them.
public interface CaseReader {

    /// @param status nothing for any
    Page<CaseView> list(@Nullable CommentStatus status, CaseOrder order, PageRequest page);
}
