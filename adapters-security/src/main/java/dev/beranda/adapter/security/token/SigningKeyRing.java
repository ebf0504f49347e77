package dev.beranda.adapter.security.token;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.beranda.domain.session.KeyRing;
import dev.beranda.domain.session.PublishedKeys;
import dev.beranda.domain.session.SigningKey;
import dev.beranda.domain.session.SigningKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The signing keys as this node knows them, in memory: nothing that somebody sends makes it ask for more. It learns of
/// new and of withdrawn keys by [#reload]; which of the known ones sign and are believed, the clock says each time.
public final class SigningKeyRing implements PublishedKeys {

    private record Known(KeyRing ring, Map<String, LoadedKey> byHeader) {

        static Known of(List<LoadedKey> keys, Duration longestToken) {
            var ring = new KeyRing(keys.stream().map(LoadedKey::key).toList(), longestToken);
            return new Known(ring, keys.stream().collect(toUnmodifiableMap(LoadedKey::header, identity())));
        }
    }

    private final SigningKeys store;
    private final KeySeal seal;
    private final Duration longestToken;
    private final Clock clock;
    private volatile Known known;

    public SigningKeyRing(SigningKeys store, InstallationSecret secret, Duration longestToken, Clock clock) {
        this.store = store;
        this.seal = new KeySeal(secret);
        this.longestToken = longestToken;
        this.clock = clock;
        this.known = Known.of(List.of(), longestToken);
    }

    /// Takes over what the store holds. Where that fails, everything stays as it was.
    ///
    /// @throws IllegalStateException if a key was not made with the secret of this installation
    public synchronized void reload() {
        var stored = new KeyRing(store.all(), longestToken);
        var keys = stored.published(clock.instant()).stream()
                .map(key -> LoadedKey.open(key, seal))
                .toList();
        known = Known.of(keys, longestToken);
    }

    @Override
    public List<SigningKey> published() {
        return known.ring().published(clock.instant());
    }

    LoadedKey signer(Instant now) {
        Known current = known;
        return current.ring()
                .signer(now)
                .flatMap(key -> Optional.ofNullable(current.byHeader().get(LoadedKey.header(key.id()))))
                .orElseThrow(() -> new IllegalStateException("no signing key has its time: forge one and reload"));
    }

    /// The key that signs tokens with this header, if it is to be believed.
    Optional<LoadedKey> believed(String header, Instant now) {
        return Optional.ofNullable(known.byHeader().get(header))
                .filter(key -> key.key().isBelievedAt(now, longestToken));
    }

    Duration longestToken() {
        return longestToken;
    }
}
