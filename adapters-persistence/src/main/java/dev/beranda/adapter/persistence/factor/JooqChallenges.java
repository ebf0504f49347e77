package dev.beranda.adapter.persistence.factor;

import static dev.beranda.adapter.persistence.jooq.Tables.LOGIN_CHALLENGE;
import static org.jooq.Records.mapping;

import dev.beranda.domain.factor.Challenge;
import dev.beranda.domain.factor.ChallengeId;
import dev.beranda.domain.factor.Challenges;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.DSLContext;

@Singleton
final class JooqChallenges implements Challenges {

    private final DSLContext sql;

    JooqChallenges(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void issue(Challenge challenge) {
        sql.insertInto(LOGIN_CHALLENGE)
                .set(LOGIN_CHALLENGE.ID, challenge.id())
                .set(LOGIN_CHALLENGE.USER_ID, challenge.user())
                .set(LOGIN_CHALLENGE.EXPIRES_AT, challenge.expiresAt())
                .execute();
    }

    @Override
    public Optional<Challenge> find(ChallengeId id) {
        return sql.select(LOGIN_CHALLENGE.ID, LOGIN_CHALLENGE.USER_ID, LOGIN_CHALLENGE.EXPIRES_AT)
                .from(LOGIN_CHALLENGE)
                .where(LOGIN_CHALLENGE.ID.eq(id))
                .fetchOptional(mapping(Challenge::new));
    }

    @Override
    public boolean countGuess(Challenge challenge) {
        return sql.update(LOGIN_CHALLENGE)
                        .set(LOGIN_CHALLENGE.GUESSES, LOGIN_CHALLENGE.GUESSES.plus(1))
                        .where(LOGIN_CHALLENGE.ID.eq(challenge.id()))
                        .and(LOGIN_CHALLENGE.GUESSES.lt(Challenge.MOST_GUESSES))
                        .execute()
                == 1;
    }

    @Override
    public boolean take(Challenge challenge) {
        return sql.deleteFrom(LOGIN_CHALLENGE)
                        .where(LOGIN_CHALLENGE.ID.eq(challenge.id()))
                        .execute()
                == 1;
    }
}
