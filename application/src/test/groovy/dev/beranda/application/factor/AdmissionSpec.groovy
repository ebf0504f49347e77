package dev.beranda.application.factor

import dev.beranda.domain.fixture.People
import dev.beranda.domain.user.Stay
import java.time.Instant
import spock.lang.Specification

class AdmissionSpec extends Specification {

    static final STRICT = new LetIn.AdmissionRules(true)
    static final LENIENT = new LetIn.AdmissionRules(false)
    static final END = Instant.parse('2026-04-01T00:00:00Z')

    def "nobody comes in, whatever they have proven, who is #who"() {
        expect:
        Admission.of(People.somebody(person), rules) == admission

        where:
        who                            | person                                     | rules   || admission
        'shut out'                     | [disabled: true, emailVerified: true]      | LENIENT || new Admission.Disabled()
        'shut out and leaving'         | [disabled: true, stay: new Stay.Until(END)] | LENIENT || new Admission.Disabled()
        'leaving'                      | [emailVerified: true, stay: new Stay.Until(END)] | LENIENT || new Admission.Leaving(END)
        'leaving, and not confirmed'   | [stay: new Stay.Until(END)]                | STRICT  || new Admission.Leaving(END)
        'not confirmed where they must be' | [:]                                    | STRICT  || new Admission.Unverified()
    }

    def "everybody else is let in as who they are"() {
        given:
        def somebody = People.somebody(person)

        expect:
        with(Admission.of(somebody, rules) as Admission.Granted) {
            bearer().user() == somebody.id()
            bearer().role() == somebody.role()
            !bearer().barred()
        }

        where:
        person                | rules
        [:]                   | LENIENT
        [emailVerified: true] | LENIENT
        [emailVerified: true] | STRICT
    }
}
