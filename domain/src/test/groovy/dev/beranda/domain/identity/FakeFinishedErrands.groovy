package dev.beranda.domain.identity

import dev.beranda.domain.shared.Restorable

class FakeFinishedErrands implements FinishedErrands, Restorable {

    private Set<ErrandId> finished = []

    @Override
    synchronized boolean add(Errand errand) {
        def first = !(errand.id() in finished)
        finished += errand.id()
        first
    }

    @Override
    synchronized Runnable presentState() {
        def finished = this.finished
        return { this.finished = finished }
    }
}
