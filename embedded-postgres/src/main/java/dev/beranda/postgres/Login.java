package dev.beranda.postgres;

/// A role and its password.
public final class Login {

    private final String user;
    private final String password;

    Login(String user, String password) {
        this.user = user;
        this.password = password;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }
}
