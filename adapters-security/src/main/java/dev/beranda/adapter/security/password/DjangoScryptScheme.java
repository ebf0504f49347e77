package dev.beranda.adapter.security.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordHasher.Match;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Django's `scrypt$n$salt$r$p$digest`.
final class DjangoScryptScheme implements Scheme {

    private static final Pattern FORM =
            Pattern.compile("scrypt\\$(\\d{1,7})\\$([^$\\s]{1,128})\\$(\\d{1,3})\\$(\\d{1,3})\\$([A-Za-z0-9+/]{86}==)");

    @Override
    public Optional<StoredHash> read(String encoded) {
        Matcher form = FORM.matcher(encoded);
        return form.matches() ? read(form) : Optional.empty();
    }

    private static Optional<StoredHash> read(MatchResult form) {
        var scrypt = new Scrypt(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(3)), Integer.parseInt(form.group(4)));
        byte[] salt = form.group(2).getBytes(UTF_8);
        byte[] digest = Base64.getDecoder().decode(form.group(5));
        return Optional.of(new StoredHash(scrypt.toString(), password -> compare(password, scrypt, salt, digest)))
                .filter(_ -> scrypt.isHonest());
    }

    private static Match compare(Password password, Scrypt scrypt, byte[] salt, byte[] digest) {
        byte[] input = password.reveal().getBytes(UTF_8);
        boolean same = MessageDigest.isEqual(digest, scrypt.digest(input, salt, digest.length));
        return StoredHash.match(same && !couldBeAnother(password), false);
    }

    /// To the HMAC inside, a short password and the same with zero bytes after it are one.
    private static boolean couldBeAnother(Password password) {
        return password.reveal().indexOf(0) >= 0;
    }
}
