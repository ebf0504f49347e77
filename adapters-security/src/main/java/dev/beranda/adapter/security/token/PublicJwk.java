package dev.beranda.adapter.security.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;

/// The public half of a P-256 key as a JSON Web Key: the two coordinates of a point, in Base64.
record PublicJwk(String x, String y) {

    private static final int COORDINATE_LENGTH = 32;

    static PublicJwk of(ECPublicKey key) {
        ECPoint point = key.getW();
        return new PublicJwk(text(point.getAffineX()), text(point.getAffineY()));
    }

    static PublicJwk parse(String json) {
        var members = FlatJson.read(json.getBytes(UTF_8));
        return new PublicJwk(members.text("x"), members.text("y"));
    }

    /// The name that follows from the key itself (RFC 7638), so that no key can go by the name of another.
    String thumbprint() {
        String canonical = """
                {"crv":"P-256","kty":"EC","x":"%s","y":"%s"}""".formatted(x, y);
        return Base64Url.encode(Sha256.of(canonical.getBytes(UTF_8)));
    }

    String toJson() {
        return """
                {"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"%s","x":"%s","y":"%s"}""".formatted(thumbprint(), x, y);
    }

    BigInteger affineX() {
        return number(x);
    }

    BigInteger affineY() {
        return number(y);
    }

    private static String text(BigInteger coordinate) {
        byte[] number = coordinate.toByteArray();
        byte[] padded = new byte[COORDINATE_LENGTH];
        int length = Math.min(number.length, COORDINATE_LENGTH);
        System.arraycopy(number, number.length - length, padded, COORDINATE_LENGTH - length, length);
        return Base64Url.encode(padded);
    }

    private static BigInteger number(String coordinate) {
        return new BigInteger(1, Base64Url.decode(coordinate));
    }
}
