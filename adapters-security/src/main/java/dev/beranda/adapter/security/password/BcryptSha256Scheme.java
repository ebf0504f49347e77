package dev.beranda.adapter.security.password;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.credential.Password;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/// Django's `bcrypt_sha256$`: bcrypt of the password's SHA-256 in hexadecimal, so that every letter of it counts.
final class BcryptSha256Scheme implements PreferredScheme {

    private static final String NAME = "bcrypt_sha256$";
    private static final int SALT_BYTES = 16;
    private static final int DIGEST_BYTES = 23;

    private final Supplier<Bcrypt> bcrypt;
    private final int cost;
    private final SecureRandom random = new SecureRandom();

    /// @param cost what is not outdated, and how new hashes are made; or [BcryptHash#NO_COST]
    BcryptSha256Scheme(Supplier<Bcrypt> bcrypt, int cost) {
        this.bcrypt = bcrypt;
        this.cost = cost;
    }

    @Override
    public Optional<StoredHash> read(String encoded) {
        if (!encoded.startsWith(NAME)) {
            return Optional.empty();
        }
        return BcryptHash.parse(encoded.substring(NAME.length()))
                .map(hash -> new StoredHash(
                        "bcrypt " + hash.cost(),
                        password -> StoredHash.match(
                                hash.belongsTo(condensed(password), bcrypt.get()), hash.cost() == cost)));
    }

    @Override
    public String hash(Password password) {
        return NAME + bcrypt.get().digest(condensed(password), BcryptHash.setting(cost, letters(SALT_BYTES)));
    }

    @Override
    public String decoy() {
        return NAME + BcryptHash.setting(cost, letters(SALT_BYTES)) + letters(DIGEST_BYTES);
    }

    private static byte[] condensed(Password password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(password.reveal().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).getBytes(US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String letters(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return BcryptLetters.write(bytes);
    }
}
