package dev.beranda.bootstrap.wiring;

import dev.beranda.application.freshness.CheckFreshness;
import dev.beranda.application.freshness.MarkMoment;
import dev.beranda.domain.freshness.Changes;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class FreshnessWiring {

    @Singleton
    MarkMoment markMoment(Changes changes) {
        return new MarkMoment(changes);
    }

    @Singleton
    CheckFreshness checkFreshness(Changes changes) {
        return new CheckFreshness(changes);
    }
}
