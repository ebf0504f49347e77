package dev.beranda.adapter.security.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// The one secret of an installation, the same on all its nodes. Every key that has to outlive a restart is derived
/// from it for one purpose, so that no key can stand in for another. Without a text form, like every secret.
public final class InstallationSecret {

    /// What a key is for. A label never changes: with it would change the key.
    public enum Purpose {
        REFRESH_TOKENS("beranda/refresh-tokens/1", "HmacSHA256"),
        SIGNING_KEYS("beranda/signing-keys/1", "AES"),
        TICKETS("beranda/tickets/1", "HmacSHA256"),
        CURSORS("beranda/cursors/1", "HmacSHA256"),
        THROTTLE_KEYS("beranda/throttle-keys/1", "HmacSHA256"),
        CSRF_TOKENS("beranda/csrf-tokens/1", "HmacSHA256"),
        CHALLENGES("beranda/challenges/1", "HmacSHA256"),
        TOTP_SECRETS("beranda/totp-secrets/1", "AES"),
        RECOVERY_CODES("beranda/recovery-codes/1", "HmacSHA256"),
        ERRANDS("beranda/errands/1", "AES"),
        ERRAND_SECRETS("beranda/errand-secrets/1", "HmacSHA256"),
        VOUCHERS("beranda/vouchers/1", "HmacSHA256"),
        ATTEMPTS("beranda/attempts/1", "HmacSHA256"),
        NAME_MARKS("beranda/name-marks/1", "HmacSHA256");

        private final String label;
        private final String algorithm;

        Purpose(String label, String algorithm) {
            this.label = label;
            this.algorithm = algorithm;
        }
    }

    static final int SHORTEST = 32;
    static final String ADVICE = "make one with: openssl rand -base64 32";

    /// Of 32 random bytes some 30 are different; less than half of that never happens by chance.
    private static final int FEWEST_DIFFERENT = 16;

    private static final int KEY_LENGTH = 32;

    private final byte[] bytes;

    private InstallationSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /// @throws IllegalArgumentException if they are too few, or no random bytes; it does not repeat them
    public static InstallationSecret of(byte[] bytes) {
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException("the installation secret is shorter than 32 bytes; " + ADVICE);
        }
        if (isText(bytes) || isMonotonous(bytes)) {
            throw new IllegalArgumentException("the installation secret is not random; " + ADVICE);
        }
        return new InstallationSecret(bytes);
    }

    /// @param text Base64 in either alphabet, padded or not, or hexadecimal
    /// @throws IllegalArgumentException if it is anything else, too short or not random; it does not repeat the
    /// text
    public static InstallationSecret of(String text) {
        return of(SecretText.decode(text.strip()));
    }

    /// The secret that the file keeps; a fresh one if there is no file yet. However many processes ask at once, all get
    /// the same.
    ///
    /// @throws IllegalStateException if others than its owner may read the file
    public static InstallationSecret loadOrCreate(Path file) {
        return of(new SecretFile(file).loadOrCreate());
    }

    public SecretKey key(Purpose purpose) {
        var derivation =
                HKDFParameterSpec.ofExtract().addIKM(bytes).thenExpand(purpose.label.getBytes(US_ASCII), KEY_LENGTH);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey(purpose.algorithm, derivation);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot derive keys", e);
        }
    }

    /// Random bytes are never all printable; what somebody typed is.
    private static boolean isText(byte[] bytes) {
        return eachByte(bytes).allMatch(value -> value >= ' ' && value <= '~');
    }

    /// Few different bytes, or few different steps from each to the next, as in a row that was counted up.
    private static boolean isMonotonous(byte[] bytes) {
        var steps = IntStream.range(1, bytes.length).map(i -> bytes[i] - bytes[i - 1]);
        return eachByte(bytes).distinct().count() < FEWEST_DIFFERENT
                || steps.distinct().count() < FEWEST_DIFFERENT;
    }

    private static IntStream eachByte(byte[] bytes) {
        return IntStream.range(0, bytes.length).map(i -> bytes[i]);
    }
}
