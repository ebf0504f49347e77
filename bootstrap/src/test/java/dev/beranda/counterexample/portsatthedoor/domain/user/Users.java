package dev.beranda.counterexample.portsatthedoor.domain.user;

public interface Users {

    boolean has(String name);
}
