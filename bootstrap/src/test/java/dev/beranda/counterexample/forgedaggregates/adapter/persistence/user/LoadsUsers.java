package dev.beranda.counterexample.forgedaggregates.adapter.persistence.user;

import dev.beranda.counterexample.forgedaggregates.domain.user.User;

final class LoadsUsers {

    User load(long version) {
        return new User(version);
    }
}
