package dev.beranda.adapter.persistence.comment;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.COMMENT;
import static dev.beranda.adapter.persistence.jooq.Tables.COMMENT_REPORT;
import static dev.beranda.adapter.persistence.jooq.Tables.POST;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.beranda.adapter.persistence.paging.Sequence;
import dev.beranda.application.comment.CaseOrder;
import dev.beranda.application.comment.CaseReader;
import dev.beranda.application.comment.CaseView;
import dev.beranda.application.comment.CaseView.ComplaintView;
import dev.beranda.application.comment.CommentStatus;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.ReportReason;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

@Singleton
final class JooqCaseReader implements CaseReader {

    private static final int COMPLAINTS = 10;
    private static final String BREAK = "\n";

    /// Reason and note of each in one text: nothing is cheaper to gather.
    private static final Field<String[]> TOLD = array(select(concat(
                            COMMENT_REPORT.REASON.coerce(SQLDataType.CLOB),
                            inline(BREAK),
                            COMMENT_REPORT.NOTE.coerce(SQLDataType.CLOB)))
                    .from(COMMENT_REPORT)
                    .where(COMMENT_REPORT.COMMENT_ID.eq(COMMENT.ID))
                    .andNot(COMMENT_REPORT.SETTLED)
                    .orderBy(COMMENT_REPORT.REPORTED_AT.desc())
                    .limit(COMPLAINTS))
            .as("told");

    private final DSLContext sql;

    JooqCaseReader(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Page<CaseView> list(@Nullable CommentStatus status, CaseOrder order, PageRequest page) {
        Condition condition =
                JooqComments.isToBeFound().and(status == null ? noCondition() : COMMENT.STATE.eq(status.word()));
        var sequence = sequence(order);
        Condition wanted = condition.and(order == CaseOrder.LAST_REPORTED ? isReported() : noCondition());
        var rows = sql.select(CommentRows.COLUMNS)
                .select(POST.SLUG, POST.TITLE, COMMENT.CONCERN, COMMENT.REPORT_COUNT, COMMENT.REPORTED_AT, TOLD)
                .from(COMMENT)
                .join(POST)
                .on(POST.ID.eq(COMMENT.POST_ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(COMMENT.AUTHOR_ID))
                .where(wanted)
                .and(sequence.beyond(page))
                .orderBy(sequence.order(page))
                .limit(page.reach())
                .fetch(JooqCaseReader::view);
        return page.cut(rows, one -> position(one, order), () -> sql.fetchCount(COMMENT, wanted));
    }

    private static Condition isReported() {
        return COMMENT.REPORT_COUNT.gt(inline(0));
    }

    private static Sequence sequence(CaseOrder order) {
        return switch (order) {
            case OLDEST -> Sequence.rising(COMMENT.ID);
            case NEWEST -> Sequence.falling(COMMENT.ID);
            case LAST_REPORTED -> Sequence.falling(COMMENT.REPORTED_AT, COMMENT.ID);
        };
    }

    private static Position position(CaseView last, CaseOrder order) {
        CommentId id = last.comment().id();
        Instant reported = last.reportedAt();
        return order == CaseOrder.LAST_REPORTED && reported != null ? Position.of(reported, id) : Position.of(id);
    }

    private static CaseView view(Record one) {
        return new CaseView(
                CommentRows.whole(one),
                one.get(POST.SLUG),
                one.get(POST.TITLE),
                one.get(COMMENT.CONCERN),
                one.get(COMMENT.REPORT_COUNT),
                one.get(COMMENT.REPORTED_AT),
                Arrays.stream(one.get(TOLD)).map(JooqCaseReader::complaint).toList());
    }

    private static ComplaintView complaint(String stored) {
        int end = stored.indexOf(BREAK);
        return new ComplaintView(ReportReason.ofWord(stored.substring(0, end)), stored.substring(end + 1));
    }
}
