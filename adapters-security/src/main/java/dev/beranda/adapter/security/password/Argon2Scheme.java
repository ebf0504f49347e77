package dev.beranda.adapter.security.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.domain.credential.Password;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `$argon2id$v=19$m=…,t=…,p=…$salt$digest`, and the same behind the `argon2` that Django puts before it.
final class Argon2Scheme implements PreferredScheme {

    private static final Pattern FORM = Pattern.compile("(?:argon2)?\\$argon2(?<type>d|i|id)(?:\\$v=(?<version>16|19))?"
            + "\\$m=(?<memory>\\d{1,6}),t=(?<iterations>\\d{1,4}),p=(?<lanes>\\d{1,2})"
            + "\\$(?<salt>[A-Za-z0-9+/]{11,86})\\$(?<digest>[A-Za-z0-9+/]{22,86})");

    private static final List<String> TYPES = List.of("d", "i", "id");
    private static final int VERSION_10 = 0x10;

    private static final int MOST_MEMORY_KIB = 256 * 1024;
    private static final int MOST_WORK_KIB = 1024 * 1024;
    private static final int LEAST_MEMORY_KIB_FOR_A_LANE = 8;

    private static final int SALT_LENGTH = 16;
    private static final int DIGEST_LENGTH = 32;

    private final Supplier<Argon2> argon2;
    private final Argon2.Cost current;
    private final SecureRandom random = new SecureRandom();

    /// @param current what is not outdated, and how new hashes are made
    Argon2Scheme(Supplier<Argon2> argon2, PreferredHash.Argon2id current) {
        this.argon2 = argon2;
        this.current = new Argon2.Cost(
                Argon2.Cost.ID, Argon2.Cost.VERSION_13, current.memoryKib(), current.iterations(), current.lanes());
    }

    @Override
    public Optional<StoredHash> read(String encoded) {
        Matcher form = FORM.matcher(encoded);
        return form.matches() ? read(form) : Optional.empty();
    }

    private Optional<StoredHash> read(MatchResult form) {
        Argon2.Cost cost = cost(form);
        if (!isHonest(cost) || !canBeBase64(form.group("salt")) || !canBeBase64(form.group("digest"))) {
            return Optional.empty();
        }
        byte[] salt = Base64.getDecoder().decode(form.group("salt"));
        byte[] digest = Base64.getDecoder().decode(form.group("digest"));
        return Optional.of(new StoredHash(
                cost.toString(),
                password -> StoredHash.match(
                        MessageDigest.isEqual(digest, digest(password, salt, cost, digest.length)),
                        cost.equals(current))));
    }

    private static Argon2.Cost cost(MatchResult form) {
        String version = form.group("version");
        return new Argon2.Cost(
                TYPES.indexOf(form.group("type")),
                version == null ? VERSION_10 : Integer.parseInt(version),
                Integer.parseInt(form.group("memory")),
                Integer.parseInt(form.group("iterations")),
                Integer.parseInt(form.group("lanes")));
    }

    private static boolean isHonest(Argon2.Cost cost) {
        return cost.lanes() >= 1
                && cost.iterations() >= 1
                && cost.memoryKib() >= LEAST_MEMORY_KIB_FOR_A_LANE * cost.lanes()
                && cost.memoryKib() <= MOST_MEMORY_KIB
                && (long) cost.memoryKib() * cost.iterations() <= MOST_WORK_KIB;
    }

    private static boolean canBeBase64(String letters) {
        return letters.length() % 4 != 1;
    }

    @Override
    public String hash(Password password) {
        byte[] salt = random(SALT_LENGTH);
        return encode(salt, digest(password, salt, current, DIGEST_LENGTH));
    }

    @Override
    public String decoy() {
        return encode(random(SALT_LENGTH), random(DIGEST_LENGTH));
    }

    private byte[] digest(Password password, byte[] salt, Argon2.Cost cost, int length) {
        return argon2.get().digest(password.reveal().getBytes(UTF_8), salt, cost, length);
    }

    private String encode(byte[] salt, byte[] digest) {
        Base64.Encoder letters = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        current.version(),
                        current.memoryKib(),
                        current.iterations(),
                        current.lanes(),
                        letters.encodeToString(salt),
                        letters.encodeToString(digest));
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
