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

/// `pbkdf2_sha256$iterations$salt$digest`, Django's usual one.
final class DjangoPbkdf2Scheme implements Scheme {

    private static final Pattern FORM =
            Pattern.compile("pbkdf2_sha256\\$(\\d{1,7})\\$([^$\\s]{1,128})\\$([A-Za-z0-9+/]{43}=)");
    private static final int MOST_ITERATIONS = 4_000_000;

    @Override
    public Optional<StoredHash> read(String encoded) {
        Matcher form = FORM.matcher(encoded);
        if (!form.matches()) {
            return Optional.empty();
        }
        int iterations = Integer.parseInt(form.group(1));
        if (iterations < 1 || iterations > MOST_ITERATIONS) {
            return Optional.empty();
        }
        byte[] salt = form.group(2).getBytes(UTF_8);
        byte[] digest = Base64.getDecoder().decode(form.group(3));
        return Optional.of(
                new StoredHash("pbkdf2_sha256 " + iterations, password -> compare(password, salt, iterations, digest)));
    }

    private static Match compare(Password password, byte[] salt, int iterations, byte[] digest) {
        boolean same = MessageDigest.isEqual(digest, digest(password, salt, iterations, digest.length));
        return StoredHash.match(same && !couldBeAnother(password), false);
    }

    /// To the function, a password and the same with zero bytes after it are one.
    private static boolean couldBeAnother(Password password) {
        return password.reveal().indexOf(0) >= 0;
    }

    private static byte[] digest(Password password, byte[] salt, int iterations, int length) {
        PBEKeySpec spec = new PBEKeySpec(password.reveal().toCharArray(), salt, iterations, length * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }
}
