package dev.beranda.domain.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The keys that matter now, and when the next one is due.
public record KeyRing(List<SigningKey> keys, Duration longestToken) {

    public KeyRing {
        keys = List.copyOf(keys);
    }

    /// The key to sign with: of those whose time it is, the one that began last.
    public Optional<SigningKey> signer(Instant now) {
        return keys.stream().filter(key -> key.signsAt(now)).max(Comparator.comparing(SigningKey::signsFrom));
    }

    /// Those to publish: everything that is announced, signs or is still believed.
    public List<SigningKey> published(Instant now) {
        return keys.stream().filter(key -> key.isBelievedAt(now, longestToken)).toList();
    }

    /// When a new key has to begin to sign, if now is the time to make it: at once where none signs, otherwise when the
    /// last one retires, announced in good time.
    public Optional<Instant> nextDue(Instant now) {
        if (signer(now).isEmpty()) {
            return Optional.of(now);
        }
        Instant lastRetires = keys.stream()
                .map(SigningKey::retiresAt)
                .max(Comparator.naturalOrder())
                .orElse(now);
        boolean timeToAnnounce = !now.isBefore(lastRetires.minus(SigningKey.NOTICE));
        return timeToAnnounce ? Optional.of(lastRetires) : Optional.empty();
    }
}
