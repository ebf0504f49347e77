package dev.beranda.adapter.security.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordHasher.Match;
import java.util.Optional;
import java.util.function.Supplier;

/// Plain bcrypt as PHP, Node and others keep it, with or without the `bcrypt$` of Django. It never looked past the 72nd
/// byte, so the owner of a longer password may still come in with any other ending, once: what is typed then is hashed
/// anew and counts in full.
final class BcryptScheme implements Scheme {

    private static final String DJANGO = "bcrypt$";

    private final Supplier<Bcrypt> bcrypt;
    private final int currentCost;

    /// @param currentCost what is not outdated, or [BcryptHash#NO_COST]
    BcryptScheme(Supplier<Bcrypt> bcrypt, int currentCost) {
        this.bcrypt = bcrypt;
        this.currentCost = currentCost;
    }

    @Override
    public Optional<StoredHash> read(String encoded) {
        String plain = encoded.startsWith(DJANGO) ? encoded.substring(DJANGO.length()) : encoded;
        return BcryptHash.parse(plain)
                .map(hash -> new StoredHash("bcrypt " + hash.cost(), password -> compare(password, hash)));
    }

    private Match compare(Password password, BcryptHash hash) {
        byte[] input = password.reveal().getBytes(UTF_8);
        boolean same = hash.belongsTo(input, bcrypt.get());
        return StoredHash.match(
                same && !isCutAtAZero(password), hash.cost() == currentCost && input.length <= Bcrypt.LONGEST_INPUT);
    }

    /// The house it comes from cut it there, or refused it: nobody's password.
    private static boolean isCutAtAZero(Password password) {
        return password.reveal().indexOf(0) >= 0;
    }
}
