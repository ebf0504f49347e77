package dev.beranda.domain.factor;

import java.util.Locale;
import java.util.regex.Pattern;

/// A code as people type it: in groups or not, in capitals or not.
final class TypedCode {

    private static final int LONGEST = 60;
    private static final Pattern BETWEEN_GROUPS = Pattern.compile("[\\s\u00a0-]");

    private TypedCode() {}

    /// Without anything between the groups; empty where it is far too long.
    static String tidy(String raw) {
        return raw.length() > LONGEST
                ? ""
                : BETWEEN_GROUPS.matcher(raw).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
