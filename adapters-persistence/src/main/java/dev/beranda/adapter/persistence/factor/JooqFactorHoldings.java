package dev.beranda.adapter.persistence.factor;

import static dev.beranda.adapter.persistence.jooq.Tables.AUTHENTICATOR;
import static dev.beranda.adapter.persistence.jooq.Tables.LOGIN_CHALLENGE;
import static dev.beranda.adapter.persistence.jooq.Tables.RECOVERY_CODE;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JooqFactorHoldings implements Holdings {

    private static final String OWNER = "whose export it is";
    private static final String SECRET = "a secret";

    @Override
    public String word() {
        return "factor";
    }

    @Override
    public List<Holding> all() {
        return List.of(
                Holding.of(AUTHENTICATOR, "authenticators", AUTHENTICATOR.USER_ID::eq)
                        .telling(AUTHENTICATOR.SINCE, AUTHENTICATOR.CONFIRMED)
                        .withholding(SECRET, AUTHENTICATOR.SECRET)
                        .withholding("counts, for ourselves", AUTHENTICATOR.LAST_STEP)
                        .withholding(OWNER, AUTHENTICATOR.USER_ID)
                        .going(),
                Holding.of(RECOVERY_CODE, "recovery_codes", RECOVERY_CODE.USER_ID::eq)
                        .telling(RECOVERY_CODE.USED_AT)
                        .withholding(SECRET, RECOVERY_CODE.DIGEST)
                        .withholding(OWNER, RECOVERY_CODE.USER_ID)
                        .going(),
                Holding.of(LOGIN_CHALLENGE, "login_challenges", LOGIN_CHALLENGE.USER_ID::eq)
                        .telling(LOGIN_CHALLENGE.EXPIRES_AT)
                        .withholding("what the token is made of", LOGIN_CHALLENGE.ID)
                        .withholding("counts, for ourselves", LOGIN_CHALLENGE.GUESSES)
                        .withholding(OWNER, LOGIN_CHALLENGE.USER_ID)
                        .going());
    }
}
