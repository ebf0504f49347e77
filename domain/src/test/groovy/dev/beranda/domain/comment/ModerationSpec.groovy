package dev.beranda.domain.comment

import spock.lang.Specification

import static dev.beranda.domain.comment.Moderation.HELD_ALL
import static dev.beranda.domain.comment.Moderation.HELD_FIRST
import static dev.beranda.domain.comment.Moderation.OFF
import static dev.beranda.domain.comment.Moderation.OPEN
import static dev.beranda.domain.comment.Suspicion.DOUBTFUL
import static dev.beranda.domain.comment.Suspicion.NONE
import static dev.beranda.domain.comment.Suspicion.SPAM
import static dev.beranda.domain.comment.Trust.ACQUAINTANCE
import static dev.beranda.domain.comment.Trust.HOST
import static dev.beranda.domain.comment.Trust.STRANGER

class ModerationSpec extends Specification {

    static final OUT = new Standing.Published()

    def "where the rule is #rule, what #trust says that looks like #suspicion begins as #standing"() {
        expect:
        rule.receive(trust, suspicion) == standing

        where:
        rule       | trust        | suspicion || standing
        OPEN       | STRANGER     | NONE      || OUT
        OPEN       | STRANGER     | DOUBTFUL  || new Standing.Held(Concern.SUSPICION)
        OPEN       | ACQUAINTANCE | SPAM      || new Standing.Spam()
        OPEN       | HOST         | SPAM      || OUT
        HELD_FIRST | STRANGER     | NONE      || new Standing.Held(Concern.NEWCOMER)
        HELD_FIRST | ACQUAINTANCE | NONE      || OUT
        HELD_FIRST | ACQUAINTANCE | DOUBTFUL  || new Standing.Held(Concern.SUSPICION)
        HELD_ALL   | ACQUAINTANCE | NONE      || new Standing.Held(Concern.HOUSE_RULE)
        HELD_ALL   | ACQUAINTANCE | SPAM      || new Standing.Spam()
        HELD_ALL   | HOST         | NONE      || OUT
        OFF        | ACQUAINTANCE | NONE      || new Standing.Held(Concern.HOUSE_RULE)
    }

    def "only where comments are off, none are taken"() {
        expect:
        Moderation.values().findAll { !it.takesComments() } == [OFF]
    }
}
