package dev.beranda.adapter.security.password;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `$2b$cost$salt…digest…`. The older names `$2a$` and `$2y$` stand for the same function.
final class BcryptHash {

    /// The cost of no hash at all.
    static final int NO_COST = 0;

    private static final int SALT_LENGTH = 22;

    private static final Pattern FORM = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$([./A-Za-z0-9]{53})");
    private static final int LEAST_COST = 4;
    private static final int HIGHEST_COST = 15;

    private final int cost;
    private final String saltAndDigest;

    private BcryptHash(int cost, String saltAndDigest) {
        this.cost = cost;
        this.saltAndDigest = saltAndDigest;
    }

    static Optional<BcryptHash> parse(String encoded) {
        Matcher form = FORM.matcher(encoded);
        return form.matches()
                ? Optional.of(new BcryptHash(Integer.parseInt(form.group(1)), form.group(2)))
                        .filter(BcryptHash::isHonest)
                : Optional.empty();
    }

    static String setting(int cost, String salt) {
        return "$2b$%02d$%s".formatted(cost, salt);
    }

    int cost() {
        return cost;
    }

    boolean belongsTo(byte[] input, Bcrypt bcrypt) {
        String computed = bcrypt.digest(input, setting(cost, saltAndDigest.substring(0, SALT_LENGTH)));
        return MessageDigest.isEqual(
                computed.substring(Bcrypt.SETTING_LENGTH).getBytes(US_ASCII),
                saltAndDigest.substring(SALT_LENGTH).getBytes(US_ASCII));
    }

    private boolean isHonest() {
        return cost >= LEAST_COST && cost <= HIGHEST_COST;
    }
}
