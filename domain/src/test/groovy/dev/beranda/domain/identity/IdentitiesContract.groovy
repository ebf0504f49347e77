package dev.beranda.domain.identity

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserId
import dev.beranda.domain.user.Users
import java.time.Duration
import spock.lang.Specification

abstract class IdentitiesContract extends Specification {

    abstract Identities getIdentities()

    abstract Users getUsers()

    abstract Transactions getTransactions()

    def ayu = People.somebody()
    def budi = People.somebody()
    def subject = UUID.randomUUID().toString()

    def setup() {
        users.add(ayu)
        users.add(budi)
    }

    def "an identity is found by its provider and subject, as it was added"() {
        given:
        def identity = identityOf(ayu.id())

        expect:
        identities.add(identity)
        identities.find(identity.provider(), identity.subject()) == Optional.of(identity)
        identities.of(ayu.id()) == [identity]
        identities.of(budi.id()) == []
    }

    def "what a provider calls somebody says nothing at another, and is taken to the letter"() {
        given:
        identities.add(identityOf(ayu.id(), subject: "a$subject"))

        expect:
        identities.find(new Provider('harbour'), new Subject("a$subject")).empty
        identities.find(new Provider('sunrise'), new Subject("A$subject")).empty
        identities.add(identityOf(budi.id(), subject: "a$subject", provider: 'harbour'))
        identities.add(identityOf(budi.id(), subject: "A$subject"))
    }

    def "a subject is one person's, and stays theirs"() {
        given:
        def first = identityOf(ayu.id())
        identities.add(first)

        expect:
        !identities.add(identityOf(budi.id()))
        !identities.add(identityOf(ayu.id()))
        identities.find(first.provider(), first.subject()) == Optional.of(first)
    }

    def "of many who add the same subject at once, one does"() {
        when:
        def added = Race.of(20) { identities.add(identityOf(it % 2 ? ayu.id() : budi.id())) }

        then:
        added.count { it } == 1
    }

    def "a person's are listed with the oldest first, and held the same"() {
        given:
        def all = [2, 1, 3].collect { identityOf(ayu.id(), subject: "$subject-$it", days: it) }
        all.each { identities.add(it) }

        expect:
        identities.of(ayu.id())*.subject()*.value() == ["$subject-1", "$subject-2", "$subject-3"]
        transactions.write { identities.hold(ayu.id()) } == identities.of(ayu.id())
    }

    def "what is removed is gone, and its subject free"() {
        given:
        def identity = identityOf(ayu.id())
        identities.add(identity)

        when:
        identities.remove(identity)

        then:
        identities.of(ayu.id()) == []
        identities.find(identity.provider(), identity.subject()).empty
        identities.add(identityOf(budi.id()))
    }

    def "who decides on what they hold decides on what is so"() {
        given:
        def all = (1..10).collect { identityOf(ayu.id(), subject: "$subject-$it") }
        all.each { identities.add(it) }

        when:
        Race.of(10) { number ->
            transactions.write {
                if (identities.hold(ayu.id()).size() > 1) {
                    identities.remove(all[number])
                }
            }
        }

        then:
        identities.of(ayu.id()).size() == 1
    }

    Identity identityOf(Map<String, ?> wishes = [:], UserId user) {
        def outsider = SomeOutsider.of([subject: wishes.subject ?: subject, label: 'ayu@example.com'] + wishes.subMap('provider'))
        Identity.link(new IdentityId(UUID.randomUUID()), user, outsider, People.NOW + Duration.ofDays(wishes.days as Integer ?: 0)).identity()
    }
}
