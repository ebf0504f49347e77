package dev.beranda.application.comment;

import dev.beranda.domain.comment.Concern;
import dev.beranda.domain.comment.ReportReason;
import dev.beranda.domain.post.Title;
import dev.beranda.domain.shared.Slug;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comment as those see it who judge it.
///
/// @param because why it waits, if it does
/// @param reports how many complained since somebody last judged it
/// @param reportedAt when the last of them did
/// @param complaints what the latest of them said
public record CaseView(
        CommentView comment,
        Slug slug,
        Title title,
        @Nullable Concern because,
        int reports,
        @Nullable Instant reportedAt,
        List<ComplaintView> complaints) {

    public CaseView {
        complaints = List.copyOf(complaints);
    }

    /// @param note may be empty
    public record ComplaintView(ReportReason reason, String note) {}
}
