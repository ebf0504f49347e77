package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.security.password.HashingSettings;
import dev.beranda.adapter.security.password.NoBreachedPasswords;
import dev.beranda.adapter.security.password.PooledPasswordHasher;
import dev.beranda.adapter.security.password.PreferredHash;
import dev.beranda.adapter.security.password.RangeBreachedPasswords;
import dev.beranda.adapter.security.password.ZxcvbnPasswordStrength;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.domain.credential.BreachedPasswords;
import dev.beranda.domain.credential.PasswordStrength;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// What stands behind the password ports.
@Factory
final class PasswordWiring {

    private static final int COMPARABLE_COST = 10;

    @Singleton
    @Bean(preDestroy = "close")
    PooledPasswordHasher passwordHasher(Settings settings) {
        var usual = HashingSettings.usual();
        return new PooledPasswordHasher(
                switch (settings.passwordHash()) {
                    case ARGON2ID -> usual;
                    case BCRYPT ->
                        new HashingSettings(
                                new PreferredHash.Bcrypt(COMPARABLE_COST),
                                usual.threads(),
                                usual.places(),
                                usual.longestWait(),
                                usual.refusalStep());
                });
    }

    @Singleton
    PasswordStrength passwordStrength() {
        return new ZxcvbnPasswordStrength(List.of("beranda"));
    }

    @Singleton
    BreachedPasswords breachedPasswords(Settings settings, Clock clock) {
        return settings.breachCheck()
                .<BreachedPasswords>map(service ->
                        new RangeBreachedPasswords(service, Duration.ofMillis(1500), Duration.ofSeconds(30), clock))
                .orElseGet(NoBreachedPasswords::new);
    }
}
