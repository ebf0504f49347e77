package dev.beranda.counterexample.shouting.bootstrap;

final class Beranda {

    void greet() {
        System.out.println("hello");
    }
}
