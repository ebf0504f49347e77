package dev.beranda.adapter.security.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordHasher.Match;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// `pbkdf2_sha256$iterations$salt$digest`, Django's usual one, and the same with SHA-1 as it was long ago.
final class DjangoPbkdf2Scheme implements Scheme {

    private static final Pattern FORM =
            Pattern.compile("pbkdf2_sha(256|1)\\$(\\d{1,7})\\$([^$\\s]{1,128})\\$([A-Za-z0-9+/]{27,43}=)");
    private static final int MOST_ITERATIONS = 4_000_000;

    private enum Function {
        SHA1("PBKDF2WithHmacSHA1", 28),
        SHA256("PBKDF2WithHmacSHA256", 44);

        private final String algorithm;
        private final int letters;

        /// @param letters of a digest in Base64
        Function(String algorithm, int letters) {
            this.algorithm = algorithm;
            this.letters = letters;
        }
    }

    @Override
    public Optional<StoredHash> read(String encoded) {
        Matcher form = FORM.matcher(encoded);
        if (!form.matches()) {
            return Optional.empty();
        }
        var function = form.group(1).equals("1") ? Function.SHA1 : Function.SHA256;
        int iterations = Integer.parseInt(form.group(2));
        if (iterations < 1 || iterations > MOST_ITERATIONS || form.group(4).length() != function.letters) {
            return Optional.empty();
        }
        byte[] salt = form.group(3).getBytes(UTF_8);
        byte[] digest = Base64.getDecoder().decode(form.group(4));
        return Optional.of(new StoredHash(
                function.algorithm + ' ' + iterations,
                password -> compare(password, function, salt, iterations, digest)));
    }

    private static Match compare(Password password, Function function, byte[] salt, int iterations, byte[] digest) {
        boolean same = MessageDigest.isEqual(digest, digest(password, function, salt, iterations, digest.length));
        return StoredHash.match(same && !couldBeAnother(password), false);
    }

    /// To the function, a password and the same with zero bytes after it are one.
    private static boolean couldBeAnother(Password password) {
        return password.reveal().indexOf(0) >= 0;
    }

    private static byte[] digest(Password password, Function function, byte[] salt, int iterations, int length) {
        PBEKeySpec spec = new PBEKeySpec(password.reveal().toCharArray(), salt, iterations, length * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(function.algorithm)
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }
}
