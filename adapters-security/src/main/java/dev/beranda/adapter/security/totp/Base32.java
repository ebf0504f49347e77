package dev.beranda.adapter.security.totp;

import java.math.BigInteger;

/// Base32 (RFC 4648) for whole groups of five bytes, which need no padding.
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int GROUP = 5;
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        if (bytes.length % GROUP != 0) {
            throw new IllegalArgumentException("not whole groups of five bytes");
        }
        var number = new BigInteger(1, bytes);
        var text = new StringBuilder();
        for (int shift = bytes.length * Byte.SIZE - BITS; shift >= 0; shift -= BITS) {
            text.append(ALPHABET.charAt(number.shiftRight(shift).intValue() & 31));
        }
        return text.toString();
    }

    /// What [#encode] made; anything else is a bug.
    static byte[] decode(String text) {
        var number = BigInteger.ZERO;
        for (char character : text.toCharArray()) {
            number = number.shiftLeft(BITS).or(BigInteger.valueOf(digit(character)));
        }
        byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
        for (int i = bytes.length - 1; i >= 0; i--) {
            bytes[i] = number.byteValue();
            number = number.shiftRight(Byte.SIZE);
        }
        return bytes;
    }

    private static int digit(char character) {
        int digit = ALPHABET.indexOf(character);
        if (digit < 0) {
            throw new IllegalArgumentException("not Base32");
        }
        return digit;
    }
}
