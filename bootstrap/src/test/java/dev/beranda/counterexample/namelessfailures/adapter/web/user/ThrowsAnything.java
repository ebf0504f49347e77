package dev.beranda.counterexample.namelessfailures.adapter.web.user;

final class ThrowsAnything {

    boolean fail() {
        throw new RuntimeException("something happened");
    }
}
