package dev.beranda.counterexample.forgedaggregates.application.user;

import dev.beranda.counterexample.forgedaggregates.domain.user.User;

public final class RegisterUser {

    public User register() {
        return User.register();
    }
}
