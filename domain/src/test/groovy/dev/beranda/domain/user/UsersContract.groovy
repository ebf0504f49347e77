package dev.beranda.domain.user

import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.shared.Language
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.user.Users.Taken
import java.time.ZoneId
import spock.lang.Specification

abstract class UsersContract extends Specification {

    abstract Users getUsers()

    def ayu = People.somebody()

    def "somebody who was added is found by every name they have"() {
        expect:
        users.add(ayu) == [] as Set

        and:
        users.find(ayu.id()).get() == ayu
        users.find(ayu.email()).get() == ayu
        users.find(ayu.username()).get() == ayu
        users.find(new Username(ayu.username().value().toUpperCase())).get() == ayu
    }

    def "everything about somebody is kept as it is"() {
        given:
        def profile = new Profile(
                new DisplayName('Éka 🌺'),
                new Bio('Writes.\nReads.'),
                new Website('https://eka.example/~me?a=b'),
                new Location('Yogyakarta'),
                Language.INDONESIAN,
                ZoneId.of('Asia/Jakarta'),
                false,
                new Avatar('a-picture'))
        def eka = People.somebody(
                emailVerified: true, username: 'Eka.Putri_9', profile: profile, role: Role.EDITOR, disabled: true, authority: 7,
                stay: new Stay.Until(People.NOW.plusSeconds(60)))

        when:
        users.add(eka)

        then:
        users.find(eka.id()).get() == eka
    }

    def "nobody is found who is not there"() {
        expect:
        users.find(ayu.id()).empty
        users.find(ayu.email()).empty
        users.find(ayu.username()).empty
    }

    def "whose names are taken is not added, and learns all that is taken"() {
        given:
        users.add(ayu)
        def other = People.somebody()
        users.add(other)
        def newcomer = People.somebody([id: People.newId()] + names(ayu, other))

        expect:
        users.add(newcomer) == taken as Set
        users.find(newcomer.id()).empty

        where:
        names                                                                                || taken
        ({ one, two -> [email: one.email().value()] })                                       || [Taken.EMAIL]
        ({ one, two -> [username: one.username().value()] })                                 || [Taken.USERNAME]
        ({ one, two -> [username: one.username().value().toUpperCase()] })                   || [Taken.USERNAME]
        ({ one, two -> [email: one.email().value(), username: one.username().value()] })     || [Taken.EMAIL, Taken.USERNAME]
        ({ one, two -> [email: one.email().value(), username: two.username().value()] })     || [Taken.EMAIL, Taken.USERNAME]
    }

    def "of many who want one address at once, one gets it"() {
        given:
        def spelling = { String text, int number -> number % 2 ? text.toUpperCase() : text }
        def address = "race-${ayu.id()}@example.com"

        when:
        def outcomes = Race.of(50) { number ->
            users.add(People.somebody(email: EmailAddress.parse(spelling(address, number)).value().value()))
        }

        then:
        outcomes.count([] as Set) == 1
        outcomes.count([Taken.EMAIL] as Set) == 49
    }

    def "a change is there for the next who looks, and counted"() {
        given:
        users.add(ayu)

        when:
        def saved = users.save(users.find(ayu.id()).get().assign(Role.AUTHOR, People.newId(), People.NOW).user())

        then:
        with(saved) {
            role() == Role.AUTHOR
            authority() == 1
            version() == 1
        }
        users.find(ayu.id()).get() == saved
    }

    def "who decided on an old state is told so"() {
        given:
        users.add(ayu)
        users.save(ayu.assign(Role.AUTHOR, People.newId(), People.NOW).user())

        when:
        users.save(ayu.assign(Role.ADMIN, People.newId(), People.NOW).user())

        then:
        thrown(StaleAggregate)
        users.find(ayu.id()).get().role() == Role.AUTHOR
    }

    def "who is gone cannot be saved"() {
        when:
        users.save(ayu)

        then:
        thrown(StaleAggregate)
    }

    def "of many who save one state at once, one wins"() {
        given:
        users.add(ayu)

        when:
        def outcomes = Race.of(50) { users.save(ayu) }

        then:
        outcomes.count { it instanceof User } == 1
        outcomes.count { it instanceof StaleAggregate } == 49
        users.find(ayu.id()).get().version() == 1
    }

    def "who moves to a free address is found there, and no longer at the old one"() {
        given:
        users.add(ayu)
        def home = People.somebody().email()

        expect:
        users.saveAt(ayu.moveTo(home, People.NOW).user())
        users.find(home).get().id() == ayu.id()
        users.find(ayu.email()).empty
    }

    def "nobody moves to an address that somebody has, and who tries stays where they are"() {
        given:
        users.add(ayu)
        def eka = People.somebody()
        users.add(eka)

        expect:
        !users.saveAt(ayu.moveTo(eka.email(), People.NOW).user())
        users.find(ayu.id()).get() == ayu
        users.find(eka.email()).get() == eka
    }

    def "who moves on an old state is told so"() {
        given:
        users.add(ayu)
        users.save(ayu)

        when:
        users.saveAt(ayu.moveTo(People.somebody().email(), People.NOW).user())

        then:
        thrown(StaleAggregate)
    }

    def "only who is not shut out counts as being something"() {
        given:
        def admin = People.somebody(role: Role.ADMIN)

        expect:
        !users.anybodyIs(Role.ADMIN)

        when:
        users.add(admin)

        then:
        users.anybodyIs(Role.ADMIN)

        when:
        users.save(admin.disable(People.newId(), People.NOW).user())

        then:
        !users.anybodyIs(Role.ADMIN)
    }

    def "those are held who have the role and are neither shut out nor leaving"() {
        given:
        def admins = (1..2).collect { People.somebody(role: Role.ADMIN) }
        def others = [
                ayu,
                People.somebody(role: Role.EDITOR),
                People.somebody(role: Role.ADMIN, disabled: true),
                People.somebody(role: Role.ADMIN, stay: new Stay.Until(People.NOW))]
        (admins + others).each { users.add(it) }

        expect:
        users.holdAll(Role.ADMIN) == admins*.id() as Set
    }
}
