package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.persistence.throttle.BucketThrottle;
import dev.beranda.adapter.security.token.InstallationSecret;
import dev.beranda.adapter.security.token.InstallationSecret.Purpose;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.domain.shared.Throttle;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

@Factory
final class ThrottleWiring {

    /// Attempts may hold two connections at once: enough for any honest crowd, and the rest is for who is in.
    private static final int PLACES = 2;

    @Singleton
    Throttle throttle(Settings settings, DataSource pool, InstallationSecret secret, Clock clock) {
        return settings.rateLimits()
                ? new BucketThrottle(pool, clock, PLACES, secret.key(Purpose.THROTTLE_KEYS))
                : new OpenDoor();
    }

    /// What `BERANDA_RATE_LIMITS=off` means: for tests and measurements.
    private static final class OpenDoor implements Throttle {

        @Override
        public Verdict take(Allowance allowance, String subject) {
            return new Verdict.Allowed(allowance.attempts());
        }

        @Override
        public void giveBack(Allowance allowance, String subject) {
            // Nothing was taken.
        }
    }
}
