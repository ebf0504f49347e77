package dev.beranda.counterexample.forgedaggregates.domain.user;

public record User(long version) {

    public static User register() {
        return new User(0);
    }
}
