package dev.beranda.adapter.persistence.passkey;

import static dev.beranda.adapter.persistence.jooq.Tables.PASSKEY;
import static dev.beranda.adapter.persistence.jooq.Tables.PASSKEY_CHALLENGE;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JooqPasskeyHoldings implements Holdings {

    @Override
    public String word() {
        return "passkey";
    }

    @Override
    public List<Holding> all() {
        return List.of(
                Holding.of(PASSKEY, "passkeys", PASSKEY.USER_ID::eq)
                        .telling(PASSKEY.ADDED_AT, PASSKEY.ID, PASSKEY.NAME, PASSKEY.BACKED_UP, PASSKEY.USED_AT)
                        .withholding(
                                "says nothing to people", PASSKEY.CREDENTIAL_ID, PASSKEY.PUBLIC_KEY, PASSKEY.COUNTER)
                        .withholding("whose export it is", PASSKEY.USER_ID)
                        .going(),
                Holding.ofNobody(PASSKEY_CHALLENGE, "random bytes that stand for a request, for five minutes"));
    }
}
