package dev.beranda.counterexample.namelessfailures.adapter.web.user;

final class SomethingWithAName extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SomethingWithAName() {
        super("it happened");
    }
}
