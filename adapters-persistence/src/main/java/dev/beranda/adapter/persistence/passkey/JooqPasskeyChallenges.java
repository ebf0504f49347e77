package dev.beranda.adapter.persistence.passkey;

import static dev.beranda.adapter.persistence.jooq.Tables.PASSKEY_CHALLENGE;

import dev.beranda.domain.passkey.PasskeyChallenge;
import dev.beranda.domain.passkey.PasskeyChallenge.Errand;
import dev.beranda.domain.passkey.PasskeyChallenges;
import dev.beranda.domain.session.SessionId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

@Singleton
final class JooqPasskeyChallenges implements PasskeyChallenges {

    private static final String ADDING = "adding";
    private static final String COMING_IN = "coming_in";
    private static final String SECOND_FACTOR = "second_factor";

    private final DSLContext sql;

    JooqPasskeyChallenges(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void issue(PasskeyChallenge challenge) {
        sql.insertInto(PASSKEY_CHALLENGE)
                .set(PASSKEY_CHALLENGE.NONCE, challenge.nonce())
                .set(PASSKEY_CHALLENGE.ERRAND, wordOf(challenge.errand()))
                .set(PASSKEY_CHALLENGE.BOUND_TO, boundTo(challenge.errand()))
                .set(PASSKEY_CHALLENGE.EXPIRES_AT, challenge.expiresAt())
                .execute();
    }

    @Override
    public Optional<PasskeyChallenge> take(String nonce) {
        return sql.deleteFrom(PASSKEY_CHALLENGE)
                .where(PASSKEY_CHALLENGE.NONCE.eq(nonce))
                .returning()
                .fetchOptional(row -> new PasskeyChallenge(
                        row.get(PASSKEY_CHALLENGE.NONCE),
                        errand(row.get(PASSKEY_CHALLENGE.ERRAND), row.get(PASSKEY_CHALLENGE.BOUND_TO)),
                        row.get(PASSKEY_CHALLENGE.EXPIRES_AT)));
    }

    private static String wordOf(Errand errand) {
        return switch (errand) {
            case Errand.Adding _ -> ADDING;
            case Errand.ComingIn() -> COMING_IN;
            case Errand.SecondFactor _ -> SECOND_FACTOR;
        };
    }

    private static @Nullable UUID boundTo(Errand errand) {
        return switch (errand) {
            case Errand.Adding(var session) -> session.value();
            case Errand.ComingIn() -> null;
            case Errand.SecondFactor(var challenge) -> challenge;
        };
    }

    private static Errand errand(String word, UUID boundTo) {
        return switch (word) {
            case ADDING -> new Errand.Adding(new SessionId(boundTo));
            case COMING_IN -> new Errand.ComingIn();
            case SECOND_FACTOR -> new Errand.SecondFactor(boundTo);
            default -> throw new IllegalStateException("no errand of ours: " + word);
        };
    }
}
