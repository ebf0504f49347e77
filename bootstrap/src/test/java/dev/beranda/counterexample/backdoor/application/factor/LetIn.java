package dev.beranda.counterexample.backdoor.application.factor;

import dev.beranda.counterexample.backdoor.domain.session.Reception;

public final class LetIn {

    private final Reception reception;

    public LetIn(Reception reception) {
        this.reception = reception;
    }

    public void letIn() {
        reception.receive();
    }
}
