package dev.beranda.domain.user;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.net.URI;
import java.net.URISyntaxException;

/// An address on the web that somebody calls theirs; may be empty. Only `http` and `https`, so that it can do nothing
/// where it becomes a link.
public record Website(String value) {

    public static final int LONGEST = 300;
    public static final Website NONE = new Website("");

    public Website {
        if (!isFit(value)) {
            throw new IllegalArgumentException("not an address on the web");
        }
    }

    public static Parsed<Website> parse(String raw) {
        String text = raw.strip();
        return isFit(text) ? Parsed.of(new Website(text)) : Parsed.flawed(new Flaw("website_invalid", LONGEST));
    }

    private static boolean isFit(String text) {
        return text.isEmpty() || text.length() <= LONGEST && isOnTheWeb(text);
    }

    private static boolean isOnTheWeb(String text) {
        try {
            var uri = new URI(text);
            boolean isWeb = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return isWeb && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
