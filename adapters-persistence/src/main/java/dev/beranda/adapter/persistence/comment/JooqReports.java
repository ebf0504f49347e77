package dev.beranda.adapter.persistence.comment;

import static dev.beranda.adapter.persistence.jooq.Tables.COMMENT;
import static dev.beranda.adapter.persistence.jooq.Tables.COMMENT_REPORT;

import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.Report;
import dev.beranda.domain.comment.Reports;
import jakarta.inject.Singleton;
import java.util.OptionalInt;
import org.jooq.DSLContext;

@Singleton
final class JooqReports implements Reports {

    private final DSLContext sql;

    JooqReports(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public OptionalInt file(Report report) {
        int filed = sql.insertInto(COMMENT_REPORT)
                .set(COMMENT_REPORT.COMMENT_ID, report.comment())
                .set(COMMENT_REPORT.REPORTER_ID, report.by())
                .set(COMMENT_REPORT.REASON, report.reason())
                .set(COMMENT_REPORT.NOTE, report.note())
                .set(COMMENT_REPORT.REPORTED_AT, report.at())
                .onConflictDoNothing()
                .execute();
        return filed == 0 ? OptionalInt.empty() : OptionalInt.of(count(report));
    }

    /// The row is everybody's who complains, so each sees those before.
    private int count(Report report) {
        return sql.update(COMMENT)
                .set(COMMENT.REPORT_COUNT, COMMENT.REPORT_COUNT.plus(1))
                .set(COMMENT.REPORTED_AT, report.at())
                .where(COMMENT.ID.eq(report.comment()))
                .returningResult(COMMENT.REPORT_COUNT)
                .fetchSingle()
                .value1();
    }

    @Override
    public void settle(CommentId comment) {
        sql.update(COMMENT)
                .set(COMMENT.REPORT_COUNT, 0)
                .where(COMMENT.ID.eq(comment))
                .and(COMMENT.REPORT_COUNT.gt(0))
                .execute();
        sql.update(COMMENT_REPORT)
                .set(COMMENT_REPORT.SETTLED, true)
                .where(COMMENT_REPORT.COMMENT_ID.eq(comment))
                .andNot(COMMENT_REPORT.SETTLED)
                .execute();
    }
}
