package dev.beranda.adapter.persistence.session;

import static dev.beranda.adapter.persistence.jooq.Tables.FAMILIAR_DEVICE;
import static dev.beranda.adapter.persistence.jooq.Tables.SESSION;
import static dev.beranda.adapter.persistence.jooq.Tables.SIGNING_KEY;
import static dev.beranda.adapter.persistence.jooq.Tables.VANISHED_SESSION;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JooqSessionHoldings implements Holdings {

    @Override
    public String word() {
        return "session";
    }

    @Override
    public List<Holding> all() {
        return List.of(
                Holding.of(SESSION, "sessions", SESSION.USER_ID::eq)
                        .telling(
                                SESSION.OPENED_AT,
                                SESSION.ID,
                                SESSION.DEVICE_NAME,
                                SESSION.USER_AGENT,
                                SESSION.ADDRESS,
                                SESSION.REFRESHED_AT,
                                SESSION.EXPIRES_AT,
                                SESSION.ENDED_AT,
                                SESSION.END_REASON)
                        .withholding("a part of the address", SESSION.NETWORK)
                        .withholding("whose export it is", SESSION.USER_ID)
                        .withholding("counts, for ourselves", SESSION.GENERATION, SESSION.VERSION)
                        .going(),
                Holding.of(FAMILIAR_DEVICE, "familiar_devices", FAMILIAR_DEVICE.USER_ID::eq)
                        .telling(
                                FAMILIAR_DEVICE.FIRST_SEEN_AT,
                                FAMILIAR_DEVICE.LAST_SEEN_AT,
                                FAMILIAR_DEVICE.DEVICE,
                                FAMILIAR_DEVICE.SURROUNDINGS,
                                FAMILIAR_DEVICE.VISITS)
                        .withholding("whose export it is", FAMILIAR_DEVICE.USER_ID)
                        .withholding("counts, for ourselves", FAMILIAR_DEVICE.ID)
                        .going(),
                Holding.ofNobody(VANISHED_SESSION, "ids of sessions that are gone, for a day"),
                Holding.ofNobody(SIGNING_KEY, "keys of the installation"));
    }
}
