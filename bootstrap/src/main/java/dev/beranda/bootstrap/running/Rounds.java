package dev.beranda.bootstrap.running;

import dev.beranda.adapter.persistence.upkeep.Upkeep;
import dev.beranda.application.session.RotateSigningKeys;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has to be looked after from time to time. Every node makes its rounds; each of them is safe to make at once.
@Singleton
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final RotateSigningKeys rotateSigningKeys;
    private final Upkeep upkeep;

    Rounds(RotateSigningKeys rotateSigningKeys, Upkeep upkeep) {
        this.rotateSigningKeys = rotateSigningKeys;
        this.upkeep = upkeep;
    }

    @Scheduled(initialDelay = "10m", fixedDelay = "1h")
    void lookAfterKeys() {
        var outcome = rotateSigningKeys.rotate();
        if (outcome.added()) {
            LOG.info("A new signing key is announced");
        }
    }

    @Scheduled(initialDelay = "15m", fixedDelay = "1h")
    void tidyUp() {
        upkeep.tidyUp();
    }
}
