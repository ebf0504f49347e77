package dev.beranda.domain.user;

import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.PlainText;

/// Where somebody says they are, in their own words; may be empty.
public record Location(String value) {

    public static final int LONGEST = 100;
    public static final Location NONE = new Location("");

    public Location {
        if (!PlainText.isOneLine(value, LONGEST)) {
            throw new IllegalArgumentException("not fit for a location");
        }
    }

    public static Parsed<Location> parse(String raw) {
        String text = raw.length() > 8 * LONGEST ? raw : PlainText.tidied(raw);
        return PlainText.isOneLine(text, LONGEST)
                ? Parsed.of(new Location(text))
                : Parsed.flawed(new Flaw("location_invalid", LONGEST));
    }

    @Override
    public String toString() {
        return value;
    }
}
