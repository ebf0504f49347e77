package dev.beranda.adapter.security.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.AccessToken;
import dev.beranda.domain.session.AccessTokens;
import dev.beranda.domain.shared.UuidSource;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// Access tokens as JSON Web Tokens (RFC 9068), signed with ES256.
///
/// We check our own tokens only, so a header is not interpreted but has to be, to the letter, the one that a believed
/// key puts before everything it signs. There is no other algorithm, no embedded key and no extension to talk us into,
/// and nothing of what follows is read before the signature has proved that we wrote it.
public final class JwtAccessTokens implements AccessTokens {

    /// A token that was found to be genuine, and the header that names its key.
    private record Genuine(Access access, String header) {}

    private static final int LONGEST_TEXT = 4096;
    private static final int MOST_REMEMBERED = 10_000;

    private final SigningKeyRing keys;
    private final AccessClaims claims;
    private final UuidSource uuids;
    private final Clock clock;
    private final Cache<String, Genuine> remembered;

    public JwtAccessTokens(SigningKeyRing keys, TokenParties parties, UuidSource uuids, Clock clock) {
        this.keys = keys;
        this.claims = new AccessClaims(parties, keys.longestToken());
        this.uuids = uuids;
        this.clock = clock;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(keys.longestToken())
                .executor(Runnable::run)
                .build();
    }

    /// Times lose what they have below the second.
    @Override
    public AccessToken sign(Access access) {
        LoadedKey signer = keys.signer(clock.instant());
        String payload = Base64Url.encode(claims.write(access, uuids.next()));
        return new AccessToken(CompactJws.signedBy(signer, payload).text());
    }

    @Override
    public Optional<Access> check(AccessToken token) {
        String text = token.reveal();
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Genuine earlier = remembered.getIfPresent(text);
        return earlier == null ? examine(text, now) : recall(earlier, now);
    }

    @Override
    public Optional<Access> recall(AccessToken token) {
        Genuine earlier = remembered.getIfPresent(token.reveal());
        return earlier == null ? Optional.empty() : recall(earlier, clock.instant());
    }

    private Optional<Access> recall(Genuine earlier, Instant now) {
        boolean stillGood = claims.isTimely(earlier.access(), now)
                && keys.believed(earlier.header(), now).isPresent();
        return stillGood ? Optional.of(earlier.access()) : Optional.empty();
    }

    private Optional<Access> examine(String text, Instant now) {
        try {
            var jws = CompactJws.split(text);
            return keys.believed(jws.header(), now)
                    .filter(jws::isSignedBy)
                    .flatMap(key -> claims.read(jws.claims(), now)
                            .map(access -> remember(text, new Genuine(access, key.header()))));
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    private Access remember(String text, Genuine token) {
        remembered.put(text, token);
        return token.access();
    }
}
