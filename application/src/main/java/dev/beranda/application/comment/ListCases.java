package dev.beranda.application.comment;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import org.jspecify.annotations.Nullable;

/// Show those who look after the house which comments there are to judge.
public final class ListCases {

    /// @param status nothing for those that wait, or, in the order of the complaints, for all somebody complains about
    public record Query(@Nullable CommentStatus status, CaseOrder order, PageRequest page) {}

    private final CaseReader cases;

    public ListCases(CaseReader cases) {
        this.cases = cases;
    }

    public Page<CaseView> list(Query query) {
        boolean isQueue = query.status() == null && query.order() != CaseOrder.LAST_REPORTED;
        return cases.list(isQueue ? CommentStatus.HELD : query.status(), query.order(), query.page());
    }
}
