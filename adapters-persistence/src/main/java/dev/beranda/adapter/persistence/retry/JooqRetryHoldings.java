package dev.beranda.adapter.persistence.retry;

import static dev.beranda.adapter.persistence.jooq.Tables.KEPT_ANSWER;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

/// What nobody known was told names nobody: a refusal, or that a letter is on its way.
@Singleton
final class JooqRetryHoldings implements Holdings {

    @Override
    public String word() {
        return "retry";
    }

    @Override
    public List<Holding> all() {
        return List.of(Holding.of(KEPT_ANSWER, "kept_answers", KEPT_ANSWER.USER_ID::eq)
                .telling(KEPT_ANSWER.STATUS, KEPT_ANSWER.EXPIRES_AT)
                .withholding("what was answered for a day; what it tells of is told where it is", KEPT_ANSWER.BODY)
                .withholding("of the same answer", KEPT_ANSWER.HEAD)
                .withholding("a MAC", KEPT_ANSWER.NAME, KEPT_ANSWER.CONTENT)
                .withholding("says nothing about anybody", KEPT_ANSWER.CLAIM, KEPT_ANSWER.CLAIMED_UNTIL)
                .withholding("whose export it is", KEPT_ANSWER.USER_ID)
                .going());
    }
}
