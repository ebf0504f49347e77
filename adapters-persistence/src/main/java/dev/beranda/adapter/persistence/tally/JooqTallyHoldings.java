package dev.beranda.adapter.persistence.tally;

import static dev.beranda.adapter.persistence.jooq.Tables.TALLY_CHANGE;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JooqTallyHoldings implements Holdings {

    @Override
    public String word() {
        return "tally";
    }

    @Override
    public List<Holding> all() {
        return List.of(Holding.ofNobody(TALLY_CHANGE, "that one more or one fewer is to be counted, not who it was"));
    }
}
