package dev.beranda.application.comment;

import dev.beranda.domain.comment.AgedRemarks;
import dev.beranda.domain.comment.CommentId;
import java.util.List;

/// Find comments whose text was set by rules that have changed since.
public final class FindAgedRemarks {

    public record Query(int atMost) {}

    private final AgedRemarks remarks;

    public FindAgedRemarks(AgedRemarks remarks) {
        this.remarks = remarks;
    }

    public List<CommentId> find(Query query) {
        return remarks.find(query.atMost());
    }
}
