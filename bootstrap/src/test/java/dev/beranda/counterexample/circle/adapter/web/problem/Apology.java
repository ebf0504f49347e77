package dev.beranda.counterexample.circle.adapter.web.problem;

import dev.beranda.counterexample.circle.adapter.web.user.Excuse;

public final class Apology {

    public Excuse excuse() {
        return new Excuse();
    }
}
