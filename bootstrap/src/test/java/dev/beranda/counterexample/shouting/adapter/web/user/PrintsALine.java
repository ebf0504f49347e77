package dev.beranda.counterexample.shouting.adapter.web.user;

final class PrintsALine {

    void print() {
        System.out.println("hello");
    }
}
