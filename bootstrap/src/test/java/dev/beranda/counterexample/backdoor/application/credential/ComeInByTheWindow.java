package dev.beranda.counterexample.backdoor.application.credential;

import dev.beranda.counterexample.backdoor.domain.session.Reception;

public final class ComeInByTheWindow {

    private final Reception reception;

    public ComeInByTheWindow(Reception reception) {
        this.reception = reception;
    }

    public void comeIn() {
        reception.receive();
    }
}
