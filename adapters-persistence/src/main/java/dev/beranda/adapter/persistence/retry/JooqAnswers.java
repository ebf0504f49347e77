package dev.beranda.adapter.persistence.retry;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.KEPT_ANSWER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import dev.beranda.domain.retry.Answer;
import dev.beranda.domain.retry.Answers;
import dev.beranda.domain.retry.Attempt;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

@Singleton
final class JooqAnswers implements Answers {

    private final DSLContext sql;

    JooqAnswers(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Claim claim(Attempt attempt, UUID claim, Instant now) {
        return takes(attempt, claim, now) ? new Claim.Yours() : look(attempt);
    }

    /// Whatever is outdated makes room: an answer that was kept long enough, or a claim that was left.
    private boolean takes(Attempt attempt, UUID claim, Instant now) {
        var outdated =
                KEPT_ANSWER.EXPIRES_AT.le(now).or(KEPT_ANSWER.STATUS.isNull().and(KEPT_ANSWER.CLAIMED_UNTIL.le(now)));
        return sql.insertInto(KEPT_ANSWER)
                        .set(KEPT_ANSWER.NAME, attempt.name())
                        .set(KEPT_ANSWER.CONTENT, attempt.content())
                        .set(KEPT_ANSWER.USER_ID, present(attempt.caller()))
                        .set(KEPT_ANSWER.CLAIM, claim)
                        .set(KEPT_ANSWER.CLAIMED_UNTIL, now.plus(CLAIM))
                        .set(KEPT_ANSWER.EXPIRES_AT, now.plus(KEPT))
                        .onConflict(KEPT_ANSWER.NAME)
                        .doUpdate()
                        .set(KEPT_ANSWER.CONTENT, excluded(KEPT_ANSWER.CONTENT))
                        .set(KEPT_ANSWER.USER_ID, excluded(KEPT_ANSWER.USER_ID))
                        .set(KEPT_ANSWER.CLAIM, excluded(KEPT_ANSWER.CLAIM))
                        .set(KEPT_ANSWER.CLAIMED_UNTIL, excluded(KEPT_ANSWER.CLAIMED_UNTIL))
                        .set(KEPT_ANSWER.EXPIRES_AT, excluded(KEPT_ANSWER.EXPIRES_AT))
                        .setNull(KEPT_ANSWER.STATUS)
                        .setNull(KEPT_ANSWER.HEAD)
                        .setNull(KEPT_ANSWER.BODY)
                        .where(outdated)
                        .execute()
                == 1;
    }

    /// Who is leaving this very moment is nobody here; what they ask for will tell them so.
    private static Field<@Nullable UserId> present(Optional<UserId> caller) {
        return field(select(APP_USER.ID)
                .from(APP_USER)
                .where(caller.map(APP_USER.ID::eq).orElseGet(DSL::falseCondition)));
    }

    /// What is not there any more was released in between: whoever comes next may have it.
    private Claim look(Attempt attempt) {
        return sql.select(KEPT_ANSWER.CONTENT, KEPT_ANSWER.STATUS, KEPT_ANSWER.HEAD, KEPT_ANSWER.BODY)
                .from(KEPT_ANSWER)
                .where(KEPT_ANSWER.NAME.eq(attempt.name()))
                .fetchOptional(found -> claimed(attempt, found))
                .orElseGet(Claim.Taken::new);
    }

    private static Claim claimed(Attempt attempt, Record found) {
        if (!attempt.content().equals(found.get(KEPT_ANSWER.CONTENT))) {
            return new Claim.OtherContent();
        }
        @Nullable Integer status = found.get(KEPT_ANSWER.STATUS);
        return status == null
                ? new Claim.Taken()
                : new Claim.Answered(
                        new Answer(status, head(found.get(KEPT_ANSWER.HEAD)), found.get(KEPT_ANSWER.BODY)));
    }

    @Override
    public void keep(Attempt attempt, UUID claim, Answer answer, Instant now) {
        int kept = sql.update(KEPT_ANSWER)
                .set(KEPT_ANSWER.STATUS, answer.status())
                .set(KEPT_ANSWER.HEAD, inTurn(answer.head()))
                .set(KEPT_ANSWER.BODY, answer.body())
                .set(KEPT_ANSWER.USER_ID, coalesce(present(answer.newcomer()), KEPT_ANSWER.USER_ID))
                .set(KEPT_ANSWER.EXPIRES_AT, now.plus(KEPT))
                .where(KEPT_ANSWER.NAME.eq(attempt.name()))
                .and(KEPT_ANSWER.CLAIM.eq(claim))
                .and(KEPT_ANSWER.STATUS.isNull())
                .execute();
        if (kept == 0) {
            throw new StaleAggregate("The claim to an answer");
        }
    }

    @Override
    public void release(Attempt attempt, UUID claim) {
        sql.deleteFrom(KEPT_ANSWER)
                .where(KEPT_ANSWER.NAME.eq(attempt.name()))
                .and(KEPT_ANSWER.CLAIM.eq(claim))
                .and(KEPT_ANSWER.STATUS.isNull())
                .execute();
    }

    private static String[] inTurn(Map<String, String> head) {
        return head.entrySet().stream()
                .flatMap(line -> Stream.of(line.getKey(), line.getValue()))
                .toArray(String[]::new);
    }

    private static Map<String, String> head(String[] inTurn) {
        Map<String, String> head = new LinkedHashMap<>();
        for (int i = 0; i < inTurn.length; i += 2) {
            head.put(inTurn[i], inTurn[i + 1]);
        }
        return head;
    }
}
