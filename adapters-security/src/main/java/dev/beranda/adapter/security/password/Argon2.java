package dev.beranda.adapter.security.password;

/// The bare function.
interface Argon2 {

    byte[] digest(byte[] password, byte[] salt, Cost cost, int length);

    /// What the function is made of on this machine; looked for when first needed.
    static Argon2 fastest() {
        return Fastest.FOUND;
    }

    /// What a hash is asked to cost.
    ///
    /// @param type 0 is argon2d, 1 argon2i, 2 argon2id
    record Cost(int type, int version, int memoryKib, int iterations, int lanes) {

        static final int ID = 2;
        static final int VERSION_13 = 0x13;
    }

    final class Fastest {

        private static final Argon2 FOUND = NativeArgon2.find().orElseGet(BouncyArgon2::new);

        private Fastest() {}
    }
}
