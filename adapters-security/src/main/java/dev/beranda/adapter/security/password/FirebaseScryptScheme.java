package dev.beranda.adapter.security.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordHasher.Match;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Firebase's own turn on scrypt: what comes of the password encrypts the key of the project, and that is kept. The
/// parameters of the project stand before salt and hash: `$fbscrypt$v=1,n=14,r=8,p=1,ss=…,sk=…$salt$hash`.
final class FirebaseScryptScheme implements Scheme {

    private static final String BASE64 = "([A-Za-z0-9+/]{2,172}={0,2})";
    private static final Pattern FORM = Pattern.compile("\\$fbscrypt\\$v=1,n=(\\d{1,2}),r=(\\d{1,3}),p=(\\d{1,3}),ss="
            + BASE64 + ",sk=" + BASE64 + "\\$" + BASE64 + "\\$" + BASE64);

    /// One bit more and `n` would be negative.
    private static final int MOST_BITS = 30;

    private static final int KEY_LENGTH = 32;
    private static final int BLOCK_LENGTH = 16;

    @Override
    public Optional<StoredHash> read(String encoded) {
        Matcher form = FORM.matcher(encoded);
        if (!form.matches() || Integer.parseInt(form.group(1)) > MOST_BITS) {
            return Optional.empty();
        }
        try {
            return read(form.toMatchResult());
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<StoredHash> read(MatchResult form) {
        var scrypt = new Scrypt(
                1 << Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
        byte[] salt = joined(bytes(form.group(6)), bytes(form.group(4)));
        byte[] signer = bytes(form.group(5));
        byte[] kept = bytes(form.group(7));
        return Optional.of(new StoredHash(scrypt.toString(), password -> compare(password, scrypt, salt, signer, kept)))
                .filter(_ -> scrypt.isHonest());
    }

    private static Match compare(Password password, Scrypt scrypt, byte[] salt, byte[] signer, byte[] kept) {
        byte[] key = scrypt.digest(password.reveal().getBytes(UTF_8), salt, KEY_LENGTH);
        boolean same = MessageDigest.isEqual(kept, encrypted(signer, key));
        return StoredHash.match(same && !couldBeAnother(password), false);
    }

    /// To the HMAC inside, a short password and the same with zero bytes after it are one.
    private static boolean couldBeAnother(Password password) {
        return password.reveal().indexOf(0) >= 0;
    }

    private static byte[] encrypted(byte[] signer, byte[] key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[BLOCK_LENGTH]));
            return cipher.doFinal(signer);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] joined(byte[] salt, byte[] separator) {
        byte[] joined = Arrays.copyOf(salt, salt.length + separator.length);
        System.arraycopy(separator, 0, joined, salt.length, separator.length);
        return joined;
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
