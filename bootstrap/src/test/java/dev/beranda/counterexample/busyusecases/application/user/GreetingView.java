package dev.beranda.counterexample.busyusecases.application.user;

public record GreetingView(String text) {

    public boolean isShort() {
        return text.length() < 5;
    }
}
