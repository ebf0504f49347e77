package dev.beranda.bootstrap.architecture

import spock.lang.Shared
import spock.lang.Specification

class ArchitectureSpec extends Specification {

    @Shared
    House house = House.ours()

    def "our house obeys: #rule"() {
        expect:
        rule.check(house)

        where:
        rule << HouseRules.ALL
    }

    def "a house that breaks a rule is told which: #example"() {
        expect:
        brokenBy(example.house) == example.broken as Set

        where:
        example << CounterExample.ALL
    }

    def "every offender is named, and nobody else: #example against #rule"() {
        when:
        def complaints = HouseRules.named(rule).judge(example.house).failureReport.details

        then:
        example.offenders.findAll { offender -> !complaints.any { it =~ /\b${offender}\b/ } } == []

        and:
        complaints.findAll { complaint -> !example.offenders.any { complaint =~ /\b${it}\b/ } } == []

        where:
        [example, rule] << CounterExample.ALL.collectMany { example -> example.broken.collect { [example, it] } }
    }

    def "no rule goes without a counter-example"() {
        expect:
        HouseRules.ALL*.name - CounterExample.ALL*.broken.flatten() == []
    }

    def "every rule says what to do instead: #rule"() {
        expect:
        rule.sentence(house) =~ /, because .+: .+/

        where:
        rule << HouseRules.ALL
    }

    def "#room takes part"() {
        expect:
        classesOf(room) > 0

        where:
        room << HexagonRules.ROOMS
    }

    def "the rules know whom they speak of: #whom"() {
        expect:
        number(known) >= few

        where:
        whom                | few | known
        'aggregates'        | 3   | { DomainRules.isAggregate(house, it) }
        'use cases'         | 10  | { DomainRules.isUseCase(house, it) }
        'driven ports'      | 10  | { HexagonRules.isPort(house, it) }
        'secrets of people' | 5   | { SecretRules.isOneOf(house, it, SecretRules.OF_PEOPLE) }
        'secrets of stays'  | 3   | { SecretRules.isOneOf(house, it, SecretRules.OF_SESSIONS) }
        'secrets of ways'   | 5   | { SecretRules.isOneOf(house, it, SecretRules.OF_IDENTITIES) }
    }

    private static Set<String> brokenBy(House house) {
        HouseRules.ALL.findAll { it.judge(house).hasViolation() }*.name
    }

    private int classesOf(String room) {
        number { house.isIn(it, room) && it.simpleName != 'package-info' }
    }

    private int number(Closure<Boolean> ofThose) {
        house.classes.count(ofThose)
    }
}
