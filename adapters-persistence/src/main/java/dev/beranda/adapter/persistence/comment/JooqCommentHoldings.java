package dev.beranda.adapter.persistence.comment;

import static dev.beranda.adapter.persistence.jooq.Tables.COMMENT;
import static dev.beranda.adapter.persistence.jooq.Tables.COMMENT_REPORT;
import static org.jooq.impl.DSL.update;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Query;

/// What everybody can read stays when its author leaves, under nobody's name; of what nobody can, only the place stays,
/// for the answers to hang below.
@Singleton
final class JooqCommentHoldings implements Holdings {

    @Override
    public String word() {
        return "comment";
    }

    @Override
    public List<Holding> all() {
        return List.of(
                Holding.of(COMMENT, "comments", COMMENT.AUTHOR_ID::eq)
                        .telling(
                                COMMENT.ID,
                                COMMENT.POST_ID,
                                COMMENT.ANSWERED_ID,
                                COMMENT.MARKDOWN,
                                COMMENT.SHOWN,
                                COMMENT.WRITTEN_AT,
                                COMMENT.WORDED_AT)
                        .withholding("whose export it is", COMMENT.AUTHOR_ID)
                        .withholding("the same again, as it is shown", COMMENT.HTML, COMMENT.EDITION)
                        .withholding(
                                "where it stands, for ourselves", COMMENT.PATH, COMMENT.NEWEST_FIRST, COMMENT.VERSION)
                        .withholding(
                                "how spam is found and judged, which who sends it must not learn",
                                COMMENT.GIST,
                                COMMENT.STATE,
                                COMMENT.CONCERN)
                        .withholding("what somebody without an account signed with", COMMENT.GUEST)
                        .withholding("what others said of it", COMMENT.REPORT_COUNT, COMMENT.REPORTED_AT)
                        .ending(JooqCommentHoldings::takeOutWhatNobodyCanRead),
                Holding.of(COMMENT_REPORT, "reports", COMMENT_REPORT.REPORTER_ID::eq)
                        .telling(
                                COMMENT_REPORT.COMMENT_ID,
                                COMMENT_REPORT.REASON,
                                COMMENT_REPORT.NOTE,
                                COMMENT_REPORT.REPORTED_AT)
                        .withholding("whose export it is", COMMENT_REPORT.REPORTER_ID)
                        .withholding("what others made of it", COMMENT_REPORT.SETTLED)
                        .going());
    }

    private static Query takeOutWhatNobodyCanRead(UserId person) {
        return update(COMMENT)
                .set(COMMENT.STATE, JooqComments.DELETED)
                .setNull(COMMENT.CONCERN)
                .set(JooqComments.nothing())
                // Whoever is about to approve it has seen what is not there any more.
                .set(COMMENT.VERSION, COMMENT.VERSION.plus(1))
                .where(COMMENT.AUTHOR_ID.eq(person))
                .and(COMMENT.STATE.notIn(JooqComments.PUBLISHED, JooqComments.DELETED));
    }
}
