package dev.beranda.domain.identity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The page a browser is sent back to: a whole address, spelt so plainly that nobody can read another host or path in
/// it.
public record ReturnAddress(String value) {

    private static final int LONGEST = 500;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String ORIGIN = "https?://(?:[a-z0-9-]+(?:\\.[a-z0-9-]+)*|\\[[0-9a-f:]+])(?::[0-9]{1,5})?";
    private static final String PLAIN = "A-Za-z0-9._~!$&'()*+,;=:@/-";
    private static final Pattern SHAPE =
            Pattern.compile("(" + ORIGIN + ")(/[" + PLAIN + "]*)(\\?(?:[" + PLAIN + "?]|%[0-9A-Fa-f]{2})*)?");

    public ReturnAddress {
        if (!isPlain(value)) {
            throw new IllegalArgumentException("not an address to return to");
        }
    }

    public static Optional<ReturnAddress> parse(String raw) {
        String whole = raw.matches(ORIGIN) ? raw + "/" : raw;
        return isPlain(whole) ? Optional.of(new ReturnAddress(whole)) : Optional.empty();
    }

    public String origin() {
        return value.substring(0, value.indexOf('/', "https://".length()));
    }

    /// The address with something to tell the page.
    public URI telling(String name, String words) {
        char joint = value.indexOf('?') < 0 ? '?' : '&';
        return URI.create(value + joint + name + '=' + encoded(words));
    }

    public URI telling(String name, String words, String otherName, String otherWords) {
        return URI.create(telling(name, words) + "&" + otherName + '=' + encoded(otherWords));
    }

    private static String encoded(String words) {
        var text = new StringBuilder();
        for (byte piece : words.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(piece)) {
                text.append((char) piece);
            } else {
                text.append('%').append(HEX.toHexDigits(piece));
            }
        }
        return text.toString();
    }

    private static boolean isUnreserved(byte piece) {
        return piece >= 'a' && piece <= 'z'
                || piece >= 'A' && piece <= 'Z'
                || piece >= '0' && piece <= '9'
                || "-._~".indexOf(piece) >= 0;
    }

    private static boolean isPlain(String text) {
        var parts = SHAPE.matcher(text);
        return text.length() <= LONGEST && parts.matches() && isStraight(parts.group(2));
    }

    /// Without empty steps, and without steps back.
    private static boolean isStraight(String path) {
        return !path.contains("//")
                && Arrays.stream(path.split("/")).noneMatch(step -> step.equals(".") || step.equals(".."));
    }

    @Override
    public String toString() {
        return value;
    }
}
