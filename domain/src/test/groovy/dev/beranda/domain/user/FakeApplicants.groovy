package dev.beranda.domain.user

import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Restorable

class FakeApplicants implements Applicants, Restorable {

    private Map<UserId, Applicant> waiting = [:]
    private Map<UserId, Integer> guesses = [:]

    @Override
    synchronized boolean add(Applicant applicant) {
        def rival = waiting.values().find { it.username().key() == applicant.username().key() }
        if (rival?.isWaiting(applicant.appliedAt())) {
            return false
        }
        waiting = waiting.findAll { it.value != rival } + [(applicant.id()): applicant]
        true
    }

    @Override
    synchronized Optional<Applicant> find(UserId id) {
        Optional.ofNullable(waiting[id])
    }

    @Override
    synchronized Optional<Applicant> newest(EmailAddress address) {
        Optional.ofNullable(waiting.values().findAll { it.email() == address }.max { it.id().value() })
    }

    @Override
    synchronized void invite(UserId id) {
        find(id).ifPresent {
            def invited = new Applicant(it.id(), it.email(), it.username(), it.displayName(), it.language(), it.appliedAt(), true)
            waiting += [(id): invited]
        }
    }

    @Override
    synchronized boolean countGuess(UserId id) {
        def before = guesses[id] ?: 0
        if (!waiting[id]?.invited() || before >= Applicant.MOST_GUESSES) {
            return false
        }
        guesses += [(id): before + 1]
        true
    }

    @Override
    synchronized boolean take(UserId id) {
        def known = waiting.containsKey(id)
        waiting = waiting.findAll { it.key != id }
        known
    }

    @Override
    synchronized Runnable presentState() {
        def (waiting, guesses) = [this.waiting, this.guesses]
        return {
            this.waiting = waiting
            this.guesses = guesses
        }
    }
}
