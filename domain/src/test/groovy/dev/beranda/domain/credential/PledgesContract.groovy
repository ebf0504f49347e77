package dev.beranda.domain.credential

import dev.beranda.domain.fixture.People
import dev.beranda.domain.user.Applicant
import dev.beranda.domain.user.Applicants
import spock.lang.Specification

abstract class PledgesContract extends Specification {

    abstract Applicants getApplicants()

    abstract Pledges getPledges()

    def "a password is kept as long as who pledged it waits"() {
        given:
        def (ayu, budi) = (1..2).collect { Applicant.of(People.somebody()) }
        [ayu, budi].each { applicants.add(it) }

        when:
        pledges.keep(ayu.id(), new PasswordHash('of ayu'))

        then:
        pledges.find(ayu.id()).get().reveal() == 'of ayu'
        pledges.find(budi.id()).empty

        when:
        applicants.take(ayu.id())

        then:
        pledges.find(ayu.id()).empty
    }
}
