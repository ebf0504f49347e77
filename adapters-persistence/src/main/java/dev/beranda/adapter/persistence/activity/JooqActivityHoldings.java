package dev.beranda.adapter.persistence.activity;

import static dev.beranda.adapter.persistence.jooq.Tables.ACTIVITY;

import dev.beranda.adapter.persistence.outbox.Payload;
import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JooqActivityHoldings implements Holdings {

    @Override
    public String word() {
        return "activity";
    }

    @Override
    public List<Holding> all() {
        return List.of(Holding.of(ACTIVITY, "security_log", ACTIVITY.USER_ID::eq)
                .telling(ACTIVITY.AT, ACTIVITY.ID, ACTIVITY.KIND)
                .telling(Payload.toldOf(ACTIVITY.FACTS))
                .withholding("told fact by fact", ACTIVITY.FACTS)
                .withholding("whose export it is", ACTIVITY.USER_ID)
                .going());
    }
}
