package dev.beranda.adapter.persistence.identity;

import static dev.beranda.adapter.persistence.jooq.Tables.FINISHED_ERRAND;
import static dev.beranda.adapter.persistence.jooq.Tables.IDENTITY;
import static dev.beranda.adapter.persistence.jooq.Tables.VOUCHER;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JooqIdentityHoldings implements Holdings {

    @Override
    public String word() {
        return "identity";
    }

    @Override
    public List<Holding> all() {
        return List.of(
                Holding.of(IDENTITY, "identities", IDENTITY.USER_ID::eq)
                        .telling(IDENTITY.LINKED_AT, IDENTITY.ID, IDENTITY.PROVIDER, IDENTITY.SUBJECT, IDENTITY.LABEL)
                        .withholding("whose export it is", IDENTITY.USER_ID)
                        .going(),
                Holding.of(VOUCHER, "vouchers", VOUCHER.USER_ID::eq)
                        .telling(VOUCHER.EXPIRES_AT, VOUCHER.PROVIDER)
                        .withholding("what the code is made of", VOUCHER.ID)
                        .withholding("whose export it is", VOUCHER.USER_ID)
                        .withholding("digests that serve for a minute", VOUCHER.BROWSER, VOUCHER.CHALLENGE)
                        .going(),
                Holding.ofNobody(FINISHED_ERRAND, "ids of ways that browsers came back from, whoever sat before them"));
    }
}
