package dev.beranda.application.session;

import dev.beranda.domain.session.KeyForge;
import dev.beranda.domain.session.KeyRing;
import dev.beranda.domain.session.SessionLifetimes;
import dev.beranda.domain.session.SigningKey;
import dev.beranda.domain.session.SigningKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// See to it that there is a key to sign with, now and when the present one retires, and that keys nobody needs are
/// forgotten. Every node may do it at any time: of two that make a key for the same beginning, one is kept.
public final class RotateSigningKeys {

    public record Outcome(boolean added, int forgotten) {}

    private final SigningKeys keys;
    private final KeyForge forge;
    private final Duration longestToken;
    private final Clock clock;

    public RotateSigningKeys(SigningKeys keys, KeyForge forge, SessionLifetimes lifetimes, Clock clock) {
        this.keys = keys;
        this.forge = forge;
        this.longestToken = lifetimes.access();
        this.clock = clock;
    }

    public Outcome rotate() {
        Instant now = clock.instant();
        var ring = new KeyRing(keys.all(), longestToken);
        boolean added =
                ring.nextDue(now).map(from -> keys.add(forge.forge(from))).orElse(false);
        return new Outcome(added, forget(ring, now));
    }

    private int forget(KeyRing ring, Instant now) {
        List<SigningKey> done = ring.keys().stream()
                .filter(key -> !key.isBelievedAt(now, longestToken))
                .toList();
        if (!done.isEmpty()) {
            keys.remove(done);
        }
        return done.size();
    }
}
