package dev.beranda.adapter.security.password;

/// The bare function.
interface Bcrypt {

    /// Every bcrypt there is looks at no more than this.
    int LONGEST_INPUT = 72;

    /// `$2b$`, the cost, `$`, and 22 letters of salt.
    int SETTING_LENGTH = 29;

    /// Hashes at the cost and with the salt of a setting.
    ///
    /// @param setting [#SETTING_LENGTH] letters
    /// @return the setting followed by 31 letters of digest
    String digest(byte[] password, String setting);

    /// What the function is made of on this machine; looked for when first needed.
    static Bcrypt fastest() {
        return Fastest.FOUND;
    }

    final class Fastest {

        private static final Bcrypt FOUND = NativeBcrypt.find().orElseGet(BouncyBcrypt::new);

        private Fastest() {}
    }
}
