package dev.beranda.counterexample.worldlydomain.application.user;

public final class FindUser {

    public String find() {
        return "Ayu";
    }
}
