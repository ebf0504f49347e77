package dev.beranda.adapter.persistence.administration

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.application.administration.PeopleReader
import dev.beranda.application.administration.PeopleReader.Which
import dev.beranda.application.administration.PersonOrder
import dev.beranda.application.administration.PersonView
import dev.beranda.application.shared.PageRequest
import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.SearchText
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JooqPeopleReaderIT extends Specification {

    static final EVERYBODY = new Which(null, null, null)

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def people = node.get(PeopleReader)
    def users = node.get(Users)

    def cleanup() {
        Databases.empty(database)
    }

    def "somebody is shown as they are"() {
        given:
        def ayu = People.somebody(role: Role.EDITOR, disabled: true, emailVerified: true, displayName: 'Ayu 🌺')
        users.add(ayu)

        expect:
        people.find(ayu.id()).get() == PersonView.of(ayu)
        people.find(People.newId()).empty
        people.list(EVERYBODY, PersonOrder.USUAL, new PageRequest(20, null, false)).items() == [PersonView.of(ayu)]
    }

    def "sorted by #sort, page by page, nobody is missed or seen twice while others come"() {
        given:
        def names = ['dewi', 'Budi', 'ayu', 'Eka', 'citra']
        names.eachWithIndex { name, i -> add(name, People.NOW.plusSeconds(i.intdiv(2))) }

        when:
        def seen = walk(sort) { i -> ['a-newcomer', 'zz-newcomer'].each { add("$it$i", People.NOW.plusSeconds(99 * (it.startsWith('a') ? -1 : 1))) } }

        then:
        seen.findAll { !it.contains('newcomer') } == expected
        seen.toSet().size() == seen.size()

        where:
        sort             || expected
        'username'       || ['ayu', 'Budi', 'citra', 'dewi', 'Eka']
        '-username'      || ['Eka', 'dewi', 'citra', 'Budi', 'ayu']
        'email'          || ['ayu', 'Budi', 'citra', 'dewi', 'Eka']
        '-email'         || ['Eka', 'dewi', 'citra', 'Budi', 'ayu']
        'registered_at'  || ['dewi', 'Budi', 'ayu', 'Eka', 'citra']
        '-registered_at' || ['citra', 'Eka', 'ayu', 'Budi', 'dewi']
    }

    def "who is looked for by '#search' is found by any of their names, letter by letter"() {
        given:
        users.add(People.somebody(username: 'ayu_lestari', email: 'first@example.com', displayName: 'Somebody'))
        users.add(People.somebody(username: 'ayuxlestari', email: 'second@example.com', displayName: '100% Éka'))
        users.add(People.somebody(username: 'budi', email: 'third@example.org', displayName: 'Back\\slash'))

        expect:
        people.list(new Which(new SearchText(search), null, null), PersonOrder.parse('email').value(), new PageRequest(20, null, false))
                .items()*.email()*.localPart() == found

        where:
        search     || found
        'AYU'      || ['first', 'second']
        'u_l'      || ['first']
        '%'        || ['second']
        'éKA'      || ['second']
        '\\'       || ['third']
        '.ORG'     || ['third']
        '!'        || []
        "' or 1=1" || []
    }

    def "only those are listed who are asked for, and counted"() {
        given:
        users.add(People.somebody(role: Role.ADMIN))
        users.add(People.somebody(role: Role.ADMIN, disabled: true))
        users.add(People.somebody(role: Role.EDITOR))

        expect:
        people.list(new Which(null, role, disabled), PersonOrder.USUAL, new PageRequest(1, null, true)).total() == total

        where:
        role        | disabled || total
        null        | null     || 3
        Role.ADMIN  | null     || 2
        Role.ADMIN  | false    || 1
        null        | true     || 1
        Role.READER | null     || 0
    }

    void add(String name, registeredAt) {
        users.add(People.somebody(username: name, email: "${name.toLowerCase()}@example.com" as String, registeredAt: registeredAt))
    }

    List<String> walk(String sort, Closure<?> meanwhile) {
        def order = PersonOrder.parse(sort).value()
        def seen = []
        def page = people.list(EVERYBODY, order, new PageRequest(2, null, false))
        seen.addAll(page.items()*.username()*.value())
        while (page.next()) {
            if (seen.size() < 10) {
                meanwhile(seen.size())
            }
            page = people.list(EVERYBODY, order, new PageRequest(2, page.next(), false))
            seen.addAll(page.items()*.username()*.value())
        }
        seen
    }
}
