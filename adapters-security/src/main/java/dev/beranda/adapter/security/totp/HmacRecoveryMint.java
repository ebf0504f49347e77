package dev.beranda.adapter.security.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.beranda.adapter.security.token.InstallationSecret;
import dev.beranda.domain.factor.RecoveryCode;
import dev.beranda.domain.factor.RecoveryDigest;
import dev.beranda.domain.factor.RecoveryMint;
import dev.beranda.domain.user.UserId;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Ten random bytes each. What is kept is a MAC under a key that serves nothing else: whoever has the table alone
/// cannot even try.
public final class HmacRecoveryMint implements RecoveryMint {

    private static final int LENGTH = 10;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    public HmacRecoveryMint(InstallationSecret secret) {
        this.key = secret.key(InstallationSecret.Purpose.RECOVERY_CODES);
    }

    @Override
    public RecoveryCode draw() {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new RecoveryCode(Base32.encode(bytes).toLowerCase(Locale.ROOT));
    }

    @Override
    public RecoveryDigest digestOf(UserId user, RecoveryCode code) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(user.toString().getBytes(US_ASCII));
            return new RecoveryDigest(mac.doFinal(code.reveal().getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot digest codes", e);
        }
    }
}
