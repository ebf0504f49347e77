package dev.beranda.adapter.security.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// A signed token in its three parts, as they stand.
record CompactJws(String header, String payload, String signature) {

    static CompactJws signedBy(LoadedKey key, String payload) {
        byte[] signature = key.sign(message(key.header(), payload));
        return new CompactJws(key.header(), payload, Base64Url.encode(signature));
    }

    /// A fourth part would leave a dot in the signature, where none can be.
    static CompactJws split(String text) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (second < 0) {
            throw new Malformed("fewer than three parts");
        }
        return new CompactJws(text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
    }

    boolean isSignedBy(LoadedKey key) {
        return key.signed(message(header, payload), Base64Url.decode(signature));
    }

    byte[] claims() {
        return Base64Url.decode(payload);
    }

    String text() {
        return header + '.' + payload + '.' + signature;
    }

    private static byte[] message(String header, String payload) {
        return (header + '.' + payload).getBytes(US_ASCII);
    }
}
