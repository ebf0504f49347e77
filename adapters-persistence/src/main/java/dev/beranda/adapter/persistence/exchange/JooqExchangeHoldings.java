package dev.beranda.adapter.persistence.exchange;

import static dev.beranda.adapter.persistence.jooq.Tables.IMPORT_SOURCE;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JooqExchangeHoldings implements Holdings {

    @Override
    public String word() {
        return "exchange";
    }

    @Override
    public List<Holding> all() {
        return List.of(Holding.ofNobody(IMPORT_SOURCE, "what things are called in the houses they came from"));
    }
}
