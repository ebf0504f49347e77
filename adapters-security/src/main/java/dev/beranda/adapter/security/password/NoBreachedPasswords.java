package dev.beranda.adapter.security.password;

import dev.beranda.domain.credential.BreachedPasswords;
import dev.beranda.domain.credential.Password;

/// Nobody is asked, so nobody learns that somebody chooses a password.
public final class NoBreachedPasswords implements BreachedPasswords {

    @Override
    public boolean contains(Password password) {
        return false;
    }
}
