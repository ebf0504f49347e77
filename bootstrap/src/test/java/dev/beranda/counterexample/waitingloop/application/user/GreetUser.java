package dev.beranda.counterexample.waitingloop.application.user;

public final class GreetUser {

    private final String greeting;

    public GreetUser(String greeting) {
        this.greeting = greeting;
    }

    public String greet() {
        return greeting;
    }
}
