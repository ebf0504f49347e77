package dev.beranda.counterexample.shouting.bootstrap;

final class PrintsAnError {

    void print() {
        System.err.println("help");
    }
}
