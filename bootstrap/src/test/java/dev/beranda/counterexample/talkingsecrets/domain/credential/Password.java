package dev.beranda.counterexample.talkingsecrets.domain.credential;

public record Password(String text) {

    public String reveal() {
        return text;
    }
}
