package dev.beranda.counterexample.portsatthedoor.domain.user;

public sealed interface Visit {

    record First(String name) implements Visit {}
}
