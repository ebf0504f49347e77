package dev.beranda.adapter.security.password;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Bcrypt writes bytes in 64 letters like everybody, only in an order of its own.
final class BcryptLetters {

    private static final String THEIRS = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String USUAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private BcryptLetters() {}

    static String write(byte[] bytes) {
        return exchange(Base64.getEncoder().withoutPadding().encodeToString(bytes), USUAL, THEIRS);
    }

    static byte[] read(String letters) {
        return Base64.getDecoder().decode(exchange(letters, THEIRS, USUAL).getBytes(StandardCharsets.US_ASCII));
    }

    private static String exchange(String letters, String from, String to) {
        StringBuilder exchanged = new StringBuilder(letters.length());
        letters.chars().map(from::indexOf).mapToObj(to::charAt).forEach(exchanged::append);
        return exchanged.toString();
    }
}
