package dev.beranda.domain.media

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import spock.lang.Specification

abstract class MediaContract extends Specification {

    static final long QUOTA = 1_000

    abstract Media getMedia()

    abstract Users getUsers()

    abstract Transactions getTransactions()

    def ayu = People.somebody()
    def budi = People.somebody()

    def setup() {
        users.add(ayu)
        users.add(budi)
    }

    def "what was added is found as it was"() {
        given:
        def medium = Pictures.of(ayu.id(), 300, 'A boat, seen from the shore')

        expect:
        add(medium) == Media.Admission.ADDED
        media.find(medium.id()) == Optional.of(medium)
        media.find(Pictures.newId()).empty
    }

    def "what is said about one may be changed by who saw the present words"() {
        given:
        def medium = Pictures.of(ayu.id())
        add(medium)

        when:
        def saved = transactions.write { media.save(described(medium, 'A boat')) }

        then:
        saved.alt() == new AltText('A boat')
        saved.version() == medium.version() + 1
        media.find(medium.id()) == Optional.of(saved)

        when:
        transactions.write { media.save(described(medium, 'A ship')) }

        then:
        thrown(StaleAggregate)
        media.find(medium.id()) == Optional.of(saved)
    }

    def "what was removed is gone, and leaves room"() {
        given:
        def medium = Pictures.of(ayu.id(), 900)
        add(medium)

        when:
        transactions.write { media.remove(medium.id()) }

        then:
        media.find(medium.id()).empty
        add(Pictures.of(ayu.id(), 900)) == Media.Admission.ADDED
    }

    def "nobody has more than the quota, and everybody has their own"() {
        expect:
        add(Pictures.of(ayu.id(), 600)) == Media.Admission.ADDED
        add(Pictures.of(ayu.id(), 401)) == Media.Admission.OVER_QUOTA
        add(Pictures.of(ayu.id(), 400)) == Media.Admission.ADDED
        add(Pictures.of(ayu.id(), 1)) == Media.Admission.OVER_QUOTA
        add(Pictures.of(budi.id(), 1_000)) == Media.Admission.ADDED
    }

    def "what does not fit is not there"() {
        given:
        def medium = Pictures.of(ayu.id(), 1_001)

        expect:
        add(medium) == Media.Admission.OVER_QUOTA
        media.find(medium.id()).empty
    }

    def "what is nobody's is added, and counts for nobody"() {
        given:
        def pictured = Pictures.of(ayu.id(), 10_000_000)
        def medium = new Medium(pictured.id(), new Owner.Nobody(), pictured.was(), pictured.width(), pictured.height(), pictured.alt(), pictured.prints(),
                pictured.uploadedAt(), 0)

        expect:
        add(medium) == Media.Admission.ADDED
        media.find(medium.id()).get() == medium
        add(Pictures.of(ayu.id(), 100)) == Media.Admission.ADDED
    }

    def "who is gone adds nothing"() {
        expect:
        add(Pictures.of(People.newId())) == Media.Admission.OWNER_GONE
    }

    def "of fifty who add at once, as many do as there is room for"() {
        expect:
        Race.of(50) { add(Pictures.of(ayu.id(), 100)) }.countBy { it } ==
                [(Media.Admission.ADDED): 10, (Media.Admission.OVER_QUOTA): 40]
    }

    def "of many it is told which are there"() {
        given:
        def there = (1..3).collect { Pictures.of(ayu.id(), 30) }
        there.each { add(it) }
        def gone = (1..3).collect { Pictures.newId() }

        expect:
        media.known(there*.id() + gone) == there*.id() as Set
        media.known([]) == [] as Set
    }

    protected Media.Admission add(Medium medium) {
        transactions.write { media.add(medium, QUOTA) }
    }

    protected static Medium described(Medium medium, String words) {
        medium.describe(People.newId(), Role.EDITOR, new AltText(words), new BasedOn.Any()).medium()
    }
}
