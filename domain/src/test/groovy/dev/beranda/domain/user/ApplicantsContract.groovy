package dev.beranda.domain.user

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import spock.lang.Specification

abstract class ApplicantsContract extends Specification {

    abstract Applicants getApplicants()

    def ayu = applicant(username: 'Ayu.Lestari')

    def "somebody who waits is found as they are, by who they will be and by their address"() {
        given:
        def same = applicant(email: ayu.email().value())

        expect:
        applicants.add(ayu)
        applicants.find(ayu.id()).get() == ayu
        applicants.newest(ayu.email()).get() == ayu
        applicants.find(same.id()).empty
        applicants.newest(People.somebody().email()).empty

        and: "of one address there may be many"
        applicants.add(same)
        applicants.newest(ayu.email()).get() == same
    }

    def "a name is held in whatever case, until its time is up: #why"() {
        given:
        applicants.add(ayu)

        expect:
        applicants.add(applicant(username: 'AYU.lestari', at: at)) == free
        applicants.find(ayu.id()).present == !free

        where:
        why                 | at                                                   || free
        'at once'           | People.NOW                                           || false
        'a moment too soon' | People.NOW.plus(Applicant.PATIENCE).minusMillis(1)   || false
        'a day later'       | People.NOW.plus(Applicant.PATIENCE)                  || true
    }

    def "of many who want a name at once one gets it"() {
        expect:
        Race.of(10) { applicants.add(applicant(username: 'wanted')) }.count(true) == 1
    }

    def "guesses are counted for who was invited, and no more than there may be, of many at once too"() {
        given:
        applicants.add(ayu)

        expect:
        !applicants.countGuess(ayu.id())

        when:
        applicants.invite(ayu.id())

        then:
        applicants.find(ayu.id()).get().invited()
        Race.of(20) { applicants.countGuess(ayu.id()) }.count(true) == Applicant.MOST_GUESSES
        !applicants.countGuess(People.newId())
    }

    def "of many who take one off one does, and the name is free"() {
        given:
        applicants.add(ayu)

        expect:
        Race.of(10) { applicants.take(ayu.id()) }.count(true) == 1
        applicants.find(ayu.id()).empty
        applicants.add(applicant(username: ayu.username().value()))
    }

    static Applicant applicant(Map<String, ?> wishes) {
        Applicant.of(People.somebody(wishes.subMap('email', 'username') + (wishes.at ? [registeredAt: wishes.at] : [:])))
    }
}
