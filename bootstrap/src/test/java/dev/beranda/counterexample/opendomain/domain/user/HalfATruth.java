package dev.beranda.counterexample.opendomain.domain.user;

public abstract class HalfATruth {

    public abstract boolean holds();
}
