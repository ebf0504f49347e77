package dev.beranda.adapter.security.token;

import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/// Checks ES256 signatures of one key. Bouncy Castle does it in a fifth of the time the JDK takes, and there is no
/// private key here that its time could tell of.
final class SignatureCheck {

    private static final int HALF = 32;
    private static final int SIGNATURE_LENGTH = 2 * HALF;
    private static final ECDomainParameters P256 = p256();

    private final ECPublicKeyParameters key;

    SignatureCheck(PublicJwk jwk) {
        this.key = new ECPublicKeyParameters(P256.getCurve().createPoint(jwk.affineX(), jwk.affineY()), P256);
    }

    /// A signature is two numbers from 1 to below the order of the curve; all others are refused there.
    boolean passes(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        var signer = new ECDSASigner();
        signer.init(false, key);
        var r = new BigInteger(1, signature, 0, HALF);
        var s = new BigInteger(1, signature, HALF, HALF);
        return signer.verifySignature(Sha256.of(message), r, s);
    }

    private static ECDomainParameters p256() {
        X9ECParameters curve = CustomNamedCurves.getByName("P-256");
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }
}
