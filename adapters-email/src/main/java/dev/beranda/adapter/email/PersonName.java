package dev.beranda.adapter.email;

import java.util.regex.Pattern;

/// What a person calls themselves, as far as we say it after them. Anybody may open an account under a
/// stranger's address, so a name that mail programs would turn into a link is not carried there.
record PersonName(String given) {

    private static final Pattern UNSEEN =
            Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]+");
    private static final Pattern LINK = Pattern.compile("[/@:\\\\]|[\\p{L}\\p{N}][.\\u3002\\uff0e][\\p{L}\\p{N}]{2}");

    PersonName {
        given = UNSEEN.matcher(given).replaceAll(" ").strip();
    }

    boolean isSayable() {
        return !given.isEmpty() && !LINK.matcher(given).find();
    }
}
