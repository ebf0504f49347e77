package dev.beranda.adapter.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// Reads ID tokens, and believes those that this issuer made for us, for this errand, just now.
final class IdTokens {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);

    private static final long LEEWAY = Duration.ofSeconds(60).toSeconds();
    private static final int LONGEST = 16 * 1024;

    private final String issuer;
    private final String clientId;
    private final IssuerKeys keys;
    private final InstantSource clock;

    IdTokens(String issuer, String clientId, IssuerKeys keys, InstantSource clock) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.keys = keys;
        this.clock = clock;
    }

    Json read(String token, String nonce, Deadline deadline) throws Unanswered, Unbelievable {
        JWSObject signed = parse(token);
        must(isSigned(signed, deadline), "the signature is not the issuer's");
        Json claims = claimsOf(signed);
        must(claims.text("iss").equals(issuer), "of another issuer");
        must(isForUs(claims), "for another audience");
        must(isTimely(claims), "not of this time");
        must(claims.text("nonce").equals(nonce), "for another errand");
        return claims;
    }

    private static JWSObject parse(String token) throws Unbelievable {
        must(!token.isEmpty() && token.length() <= LONGEST, "no ID token");
        try {
            return JWSObject.parse(token);
        } catch (ParseException | IllegalArgumentException e) {
            throw new Unbelievable("not a signed token", e);
        }
    }

    /// Of the head only the algorithm and the key's name are looked at: a key that comes along proves nothing.
    private boolean isSigned(JWSObject token, Deadline deadline) throws Unanswered, Unbelievable {
        JWSHeader header = token.getHeader();
        must(ALGORITHMS.contains(header.getAlgorithm()), "by an algorithm that is not taken");
        must(header.getCriticalParams() == null && header.isBase64URLEncodePayload(), "with conditions");
        must(header.getType() == null || "JWT".equalsIgnoreCase(header.getType().getType()), "of another type");
        JWK key = keys.find(candidate -> isNamed(candidate, header) && IssuerKey.fits(candidate, header), deadline);
        try {
            return IssuerKey.verifies(key, token);
        } catch (JOSEException e) {
            throw new Unbelievable("a signature nobody can check", e);
        }
    }

    private static boolean isNamed(JWK key, JWSHeader header) {
        return header.getKeyID() == null || header.getKeyID().equals(key.getKeyID());
    }

    private static Json claimsOf(JWSObject token) throws Unbelievable {
        try {
            return Json.object(token.getPayload().toString());
        } catch (Unanswered e) {
            throw new Unbelievable("no claims", e);
        }
    }

    private boolean isForUs(Json claims) {
        List<String> audience = claims.texts("aud");
        boolean alone = audience.size() == 1 && !claims.has("azp");
        return audience.contains(clientId) && (alone || claims.text("azp").equals(clientId));
    }

    private boolean isTimely(Json claims) {
        long now = clock.instant().getEpochSecond();
        long madeAt = claims.number("iat");
        return madeAt > 0 && madeAt <= now + LEEWAY && claims.number("exp") > now - LEEWAY;
    }

    private static void must(boolean so, String otherwise) throws Unbelievable {
        if (!so) {
            throw new Unbelievable("an ID token " + otherwise);
        }
    }
}
