package dev.beranda.counterexample.circle.adapter.web.user;

import dev.beranda.counterexample.circle.adapter.web.problem.Apology;

public final class Excuse {

    public Apology apology() {
        return new Apology();
    }
}
