package dev.beranda.adapter.security.token

import dev.beranda.domain.session.AccessToken
import dev.beranda.domain.session.SigningKey
import dev.beranda.domain.session.SigningKeys
import java.security.PrivateKey
import java.security.Signature
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import java.time.ZoneOffset

/// An installation in small: its secret, its stored keys, as many nodes as one likes, and the power to sign anything
/// with the genuine key.
final class Installation {

    static final TokenParties PARTIES = new TokenParties("https://beranda.test", "beranda")
    static final Duration LIFETIME = Duration.ofMinutes(15)
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z")

    final InstallationSecret secret
    final List<SigningKey> stored = []
    final SigningKeys store = [all: { readings++; stored.asImmutable() }] as SigningKeys

    Instant now = NOON
    Clock clock = ({ now } as InstantSource).withZone(ZoneOffset.UTC)
    int readings = 0

    Installation(String name = "the usual") {
        secret = secretOf(name)
        add(NOON - Duration.ofDays(1))
    }

    static InstallationSecret secretOf(String name) {
        InstallationSecret.of(Sha256.of(name.bytes))
    }

    SigningKey getKey() {
        stored.first()
    }

    SigningKey add(Instant signsFrom) {
        def key = new Es256KeyForge(secret).forge(signsFrom)
        stored << key
        key
    }

    SigningKeyRing ring() {
        def ring = new SigningKeyRing(store, secret, LIFETIME, clock)
        ring.reload()
        ring
    }

    JwtAccessTokens node(SigningKeyRing ring = ring(), TokenParties parties = PARTIES) {
        new JwtAccessTokens(ring, parties, UUID::randomUUID, clock)
    }

    /// The header of every genuine token.
    String header() {
        """{"alg":"ES256","typ":"at+jwt","kid":"${key.id()}"}"""
    }

    /// The claims of a genuine token, each as it stands in the JSON; those given replace them, null leaves one out.
    static String claims(Map<String, String> others = [:]) {
        def usual = [
            iss : '"https://beranda.test"',
            aud : '"beranda"',
            sub : '"01920000-0000-7000-8000-0000000000a1"',
            iat : "$NOON.epochSecond",
            exp : "${NOON.plus(LIFETIME).epochSecond}",
            jti : '"01920000-0000-7000-8000-0000000000e1"',
            sid : '"01920000-0000-7000-8000-0000000000f1"',
            role: '"author"',
            ath : "3",
        ]
        (usual + others).findAll { it.value != null }.collect { name, value -> "\"$name\":$value" }.join(",").with { "{$it}" }
    }

    AccessToken signed(String header, String claims) {
        def message = Base64Url.encode(header) + "." + Base64Url.encode(claims)
        new AccessToken(message + "." + Base64Url.encode(signature(privateKey, message)))
    }

    PrivateKey getPrivateKey() {
        new KeySeal(secret).open(key.id(), key.sealedPrivateKey())
    }

    static byte[] signature(PrivateKey key, String message) {
        Signature.getInstance("SHA256withECDSAinP1363Format").with {
            initSign(key)
            update(message.bytes)
            sign()
        }
    }
}
