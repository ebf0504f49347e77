package dev.beranda.adapter.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/// A public key of an issuer. A key makes signatures by the algorithms of its kind and no others, whatever a token
/// says: no public key is ever taken for a shared secret.
final class IssuerKey {

    private static final int SHORTEST_RSA = 2048;

    /// What stands before the 32 bytes of a key on this curve, by RFC 8410.
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private IssuerKey() {}

    static boolean fits(JWK key, JWSHeader header) {
        JWSAlgorithm algorithm = header.getAlgorithm();
        boolean meant = (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm));
        return meant
                && switch (key) {
                    case RSAKey rsa ->
                        rsa.size() >= SHORTEST_RSA
                                && (algorithm.equals(JWSAlgorithm.RS256) || algorithm.equals(JWSAlgorithm.PS256));
                    case ECKey curve -> Curve.P_256.equals(curve.getCurve()) && algorithm.equals(JWSAlgorithm.ES256);
                    case OctetKeyPair pair ->
                        Curve.Ed25519.equals(pair.getCurve())
                                && (algorithm.equals(JWSAlgorithm.EdDSA) || algorithm.equals(JWSAlgorithm.Ed25519));
                    default -> false;
                };
    }

    static boolean verifies(JWK key, JWSObject token) throws JOSEException {
        return switch (key) {
            case RSAKey rsa -> token.verify(new RSASSAVerifier(rsa.toRSAPublicKey()));
            case ECKey curve -> token.verify(new ECDSAVerifier(curve.toECPublicKey()));
            case OctetKeyPair pair -> verifies(pair, token);
            default -> false;
        };
    }

    private static boolean verifies(OctetKeyPair pair, JWSObject token) throws JOSEException {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(publicKey(pair));
            signature.update(token.getSigningInput());
            return signature.verify(token.getSignature().decode());
        } catch (GeneralSecurityException e) {
            throw new JOSEException("not a signature on this curve", e);
        }
    }

    private static PublicKey publicKey(OctetKeyPair pair) throws GeneralSecurityException {
        byte[] point = pair.getDecodedX();
        byte[] encoded = new byte[ED25519.length + point.length];
        System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
        System.arraycopy(point, 0, encoded, ED25519.length, point.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
