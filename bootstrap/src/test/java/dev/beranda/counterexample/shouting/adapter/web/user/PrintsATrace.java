package dev.beranda.counterexample.shouting.adapter.web.user;

final class PrintsATrace {

    void print(IllegalStateException failure) {
        failure.printStackTrace();
    }
}
