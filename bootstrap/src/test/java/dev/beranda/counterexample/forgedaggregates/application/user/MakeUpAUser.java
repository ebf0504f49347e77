package dev.beranda.counterexample.forgedaggregates.application.user;

import dev.beranda.counterexample.forgedaggregates.domain.user.User;

public final class MakeUpAUser {

    public User makeUp() {
        return new User(7);
    }
}
