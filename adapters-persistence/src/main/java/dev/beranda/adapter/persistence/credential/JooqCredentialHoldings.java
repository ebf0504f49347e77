package dev.beranda.adapter.persistence.credential;

import static dev.beranda.adapter.persistence.jooq.Tables.CREDENTIAL;
import static dev.beranda.adapter.persistence.jooq.Tables.PLEDGE;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JooqCredentialHoldings implements Holdings {

    @Override
    public String word() {
        return "credential";
    }

    @Override
    public List<Holding> all() {
        return List.of(
                Holding.of(CREDENTIAL, "passwords", CREDENTIAL.USER_ID::eq)
                        .telling(CREDENTIAL.SET_AT)
                        .withholding("a secret", CREDENTIAL.HASH)
                        .withholding("whose export it is", CREDENTIAL.USER_ID)
                        .withholding("counts saves, for ourselves", CREDENTIAL.VERSION)
                        .going(),
                Holding.ofNobody(PLEDGE, "a secret of who has no account yet, with whom it goes")
                        .namingOthers("an account to be", PLEDGE.APPLICANT_ID));
    }
}
