package dev.beranda.adapter.security.password;

import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/// Bcrypt in Java. Runs everywhere.
final class BouncyBcrypt implements Bcrypt {

    private static final int COST_AT = 4;
    private static final int SALT_AT = 7;

    @Override
    public String digest(byte[] password, String setting) {
        int cost = Integer.parseInt(setting.substring(COST_AT, SALT_AT - 1));
        byte[] salt = BcryptLetters.read(setting.substring(SALT_AT, SETTING_LENGTH));
        return OpenBSDBCrypt.generate("2b", password, salt, cost);
    }
}
