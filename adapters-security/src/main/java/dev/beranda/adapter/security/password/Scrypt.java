package dev.beranda.adapter.security.password;

import org.bouncycastle.crypto.generators.SCrypt;

/// What an scrypt hash is asked to cost, and the function at that cost.
///
/// @param n how many blocks are filled, a power of two
/// @param r how large each is, in 128 bytes
/// @param p how often it is done
record Scrypt(int n, int r, int p) {

    /// 32 MiB, which come out of the heap: twice what Django and Firebase ask for.
    private static final long MOST_ROOM = 1L << 18;

    private static final long MOST_WORK = 1L << 20;
    private static final int HIGHEST_N = 1 << 18;

    boolean isHonest() {
        return n > 1
                && n <= HIGHEST_N
                && Integer.bitCount(n) == 1
                && r >= 1
                && p >= 1
                && (r > 1 || n < 1 << 16)
                && (long) n * r <= MOST_ROOM
                && (long) n * r * p <= MOST_WORK;
    }

    byte[] digest(byte[] password, byte[] salt, int length) {
        return SCrypt.generate(password, salt, n, r, p, length);
    }
}
