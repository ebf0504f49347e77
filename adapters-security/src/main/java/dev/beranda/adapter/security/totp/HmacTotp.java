package dev.beranda.adapter.security.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.beranda.adapter.security.token.InstallationSecret;
import dev.beranda.adapter.security.token.Strongbox;
import dev.beranda.domain.factor.Authenticator;
import dev.beranda.domain.factor.SealedSecret;
import dev.beranda.domain.factor.Totp;
import dev.beranda.domain.factor.TotpCode;
import dev.beranda.domain.factor.TotpSecret;
import dev.beranda.domain.user.UserId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// RFC 6238 as every app speaks it: HMAC-SHA-1, six digits, thirty seconds. Secrets are locked away under the name of
/// whom they belong to, so none can be moved to another account.
public final class HmacTotp implements Totp {

    /// What the app has to be told, and what most of them take for granted.
    public static final int PERIOD = 30;

    private static final int SECRET_LENGTH = 20;
    private static final int CODES = 1_000_000;
    private static final String ALGORITHM = "HmacSHA1";

    private final Strongbox box;
    private final SecureRandom random = new SecureRandom();

    public HmacTotp(InstallationSecret secret) {
        this.box = new Strongbox(secret.key(InstallationSecret.Purpose.TOTP_SECRETS));
    }

    @Override
    public TotpSecret draw() {
        byte[] bytes = new byte[SECRET_LENGTH];
        random.nextBytes(bytes);
        return new TotpSecret(Base32.encode(bytes));
    }

    @Override
    public SealedSecret seal(UserId user, TotpSecret secret) {
        return new SealedSecret(box.lock(user.toString(), Base32.decode(secret.reveal())));
    }

    /// All three are computed, whichever it is.
    @Override
    public OptionalLong stepOf(Authenticator app, TotpCode code, Instant now) {
        byte[] secret = box.open(app.user().toString(), app.secret().reveal())
                .orElseThrow(() -> new IllegalStateException(
                        "a second factor was sealed with another installation secret; bring that one back"));
        long present = now.getEpochSecond() / PERIOD;
        long[] found = LongStream.rangeClosed(present - 1, present + 1)
                .filter(step -> isSame(codeAt(step, secret), code.reveal()))
                .toArray();
        return found.length == 0 ? OptionalLong.empty() : OptionalLong.of(found[found.length - 1]);
    }

    private static String codeAt(long step, byte[] secret) {
        byte[] mac = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 15;
        int truncated = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", truncated % CODES);
    }

    private static byte[] mac(byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot compute one-time passwords", e);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }
}
