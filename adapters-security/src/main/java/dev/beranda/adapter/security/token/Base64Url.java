package dev.beranda.adapter.security.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/// Base64 for URLs in its one canonical spelling: no padding, no stray bits at the end. Two texts never mean the same.
final class Base64Url {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    static String encode(String text) {
        return encode(text.getBytes(UTF_8));
    }

    static byte[] decode(String text) {
        byte[] bytes = decodeLeniently(text);
        if (!encode(bytes).equals(text)) {
            throw new Malformed("not canonical Base64");
        }
        return bytes;
    }

    private static byte[] decodeLeniently(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw new Malformed("not Base64");
        }
    }
}
