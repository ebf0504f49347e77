package dev.beranda.adapter.security.token;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The installation secret as somebody writes it into a file or a variable. Whatever reads like words was thought up,
/// however long it is: a Base64 text of random bytes never does.
final class SecretText {

    private static final Pattern HEXADECIMAL = Pattern.compile("([0-9a-f]{2})+|([0-9A-F]{2})+");
    private static final Pattern LOWER = Pattern.compile("[a-z]");
    private static final Pattern UPPER = Pattern.compile("[A-Z]");
    private static final List<String> PLACEHOLDERS = List.of("changeme", "secret", "password", "default", "example");

    private SecretText() {}

    static byte[] decode(String text) {
        if (HEXADECIMAL.matcher(text).matches()) {
            return HexFormat.of().parseHex(text);
        }
        if (isThoughtUp(text)) {
            throw new IllegalArgumentException("the installation secret is not random; " + InstallationSecret.ADVICE);
        }
        try {
            return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("the installation secret is not Base64; " + InstallationSecret.ADVICE);
        }
    }

    private static boolean isThoughtUp(String text) {
        String letters = text.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        boolean oneCase = !LOWER.matcher(text).find() || !UPPER.matcher(text).find();
        return oneCase || PLACEHOLDERS.stream().anyMatch(letters::contains);
    }
}
