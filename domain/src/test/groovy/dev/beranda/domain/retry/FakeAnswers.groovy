package dev.beranda.domain.retry

import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.shared.StaleAggregate
import java.time.Instant

class FakeAnswers implements Answers, Restorable {

    private Map<String, Map> kept = [:]

    @Override
    synchronized Claim claim(Attempt attempt, UUID claim, Instant now) {
        def found = kept[attempt.name()]
        if (!found || !found.expiresAt.isAfter(now) || !found.answer && !found.claimedUntil.isAfter(now)) {
            kept += [(attempt.name()): [content: attempt.content(), claim: claim, claimedUntil: now + CLAIM, expiresAt: now + KEPT]]
            return new Claim.Yours()
        }
        if (found.content != attempt.content()) {
            return new Claim.OtherContent()
        }
        found.answer ? new Claim.Answered(found.answer as Answer) : new Claim.Taken()
    }

    @Override
    synchronized void keep(Attempt attempt, UUID claim, Answer answer, Instant now) {
        def found = kept[attempt.name()]
        if (found?.claim != claim || found.answer) {
            throw new StaleAggregate('The claim to an answer')
        }
        kept += [(attempt.name()): found + [answer: answer, expiresAt: now + KEPT]]
    }

    @Override
    synchronized void release(Attempt attempt, UUID claim) {
        kept = kept.findAll { it.key != attempt.name() || it.value.claim != claim || it.value.answer }
    }

    @Override
    synchronized Runnable presentState() {
        def kept = this.kept
        return { this.kept = kept }
    }
}
