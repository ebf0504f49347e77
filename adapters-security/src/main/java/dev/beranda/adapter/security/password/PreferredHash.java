package dev.beranda.adapter.security.password;

/// How a password that is set today is hashed.
public sealed interface PreferredHash {

    /// The one to prefer, unless there is a reason.
    ///
    /// @param memoryKib what one hash needs while it is made
    record Argon2id(int memoryKib, int iterations, int lanes) implements PreferredHash {

        /// 46 MiB in one pass: what OWASP asks for, at its dearest in memory.
        public static final Argon2id USUAL = new Argon2id(46 * 1024, 1, 1);
    }

    /// For houses that must be as slow as the one they came from. Passwords are condensed first, so none is cut off
    /// after 72 bytes.
    record Bcrypt(int cost) implements PreferredHash {}
}
