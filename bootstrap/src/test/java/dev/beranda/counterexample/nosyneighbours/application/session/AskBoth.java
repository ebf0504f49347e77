package dev.beranda.counterexample.nosyneighbours.application.session;

import dev.beranda.counterexample.nosyneighbours.domain.user.User;
import dev.beranda.counterexample.nosyneighbours.domain.user.Username;

public final class AskBoth {

    public Username ask(User user) {
        return user.name();
    }
}
