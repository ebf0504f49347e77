package dev.beranda.adapter.persistence.throttle;

import static dev.beranda.adapter.persistence.jooq.Tables.THROTTLE_BUCKET;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class JooqThrottleHoldings implements Holdings {

    @Override
    public String word() {
        return "throttle";
    }

    @Override
    public List<Holding> all() {
        return List.of(Holding.ofNobody(THROTTLE_BUCKET, "counts under digests, forgotten when they are full again"));
    }
}
