package dev.beranda.counterexample.shownadapters.adapter.persistence.user;

public final class ShownForAReason {

    public record Part(String name) {}
}
