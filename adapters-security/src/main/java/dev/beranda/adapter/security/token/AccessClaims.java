package dev.beranda.adapter.security.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.Bearer;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What stands in an access token, and what of it has to be true. Claims that we do not know are passed over, so that
/// the nodes of one release can read what those of the next one write.
final class AccessClaims {

    /// How far the clock of another node may be ahead of ours. An expired token is given no such leave: a refresh mends
    /// that, and nobody shall believe it for longer than it says.
    static final Duration LEEWAY = Duration.ofSeconds(60);

    private final TokenParties parties;
    private final Duration longest;

    AccessClaims(TokenParties parties, Duration longestToken) {
        this.parties = parties;
        this.longest = Duration.ofSeconds(longestToken.plusNanos(999_999_999).toSeconds());
    }

    /// @throws IllegalArgumentException for somebody who is barred, which no token says
    byte[] write(Access access, UUID id) {
        Bearer bearer = access.bearer();
        if (bearer.barred()) {
            throw new IllegalArgumentException("who is barred gets no token: " + bearer.user());
        }
        return """
                {"iss":"%s","aud":"%s","sub":"%s","iat":%s,"exp":%s,"jti":"%s","sid":"%s","role":"%s","ath":%s}""".formatted(
                        quoted(parties.issuer()),
                        quoted(parties.audience()),
                        bearer.user(),
                        access.issuedAt().getEpochSecond(),
                        access.expiresAt().getEpochSecond(),
                        id,
                        access.session(),
                        bearer.role().word(),
                        bearer.authority())
                .getBytes(UTF_8);
    }

    /// @throws Malformed if a claim is missing or not in the form that we write
    Optional<Access> read(byte[] json, Instant now) {
        var claims = FlatJson.read(json);
        if (!isBetweenUs(claims) || !hasBegun(claims, now)) {
            return Optional.empty();
        }
        return Optional.of(access(claims)).filter(access -> isTimely(access, now));
    }

    /// No token of ours lives longer than the longest, however it came by its claims.
    boolean isTimely(Access access, Instant now) {
        return now.isBefore(access.expiresAt())
                && !access.issuedAt().isAfter(now.plus(LEEWAY))
                && !access.expiresAt().isAfter(access.issuedAt().plus(longest));
    }

    private boolean isBetweenUs(FlatJson claims) {
        return claims.text("iss").equals(parties.issuer()) && claims.text("aud").equals(parties.audience());
    }

    private static boolean hasBegun(FlatJson claims, Instant now) {
        return !claims.has("nbf") || !claims.instant("nbf").isAfter(now.plus(LEEWAY));
    }

    private static Access access(FlatJson claims) {
        var user = new UserId(claims.uuid("sub"));
        var bearer = new Bearer(user, role(claims.text("role")), claims.count("ath"), false);
        return new Access(bearer, new SessionId(claims.uuid("sid")), claims.instant("iat"), claims.instant("exp"));
    }

    private static Role role(String word) {
        return switch (Role.parse(word)) {
            case Parsed.Valid<Role>(var role) -> role;
            case Parsed.Invalid<Role> _ -> throw new Malformed("no role");
        };
    }

    private static String quoted(String text) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
