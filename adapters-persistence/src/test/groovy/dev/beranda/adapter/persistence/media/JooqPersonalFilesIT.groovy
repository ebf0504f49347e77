package dev.beranda.adapter.persistence.media

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.People
import dev.beranda.domain.media.AltText
import dev.beranda.domain.media.Format
import dev.beranda.domain.media.Media
import dev.beranda.domain.media.Medium
import dev.beranda.domain.media.Pictures
import dev.beranda.domain.media.PrintRoom.Development.Developed
import dev.beranda.domain.media.Shelves
import dev.beranda.domain.privacy.PersonalFiles
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JooqPersonalFilesIT extends Specification {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def ayu = People.somebody()
    def budi = People.somebody()
    Shelves shelves = node.get(Shelves)

    def setup() {
        node.get(Transactions).write { [ayu, budi].each { node.get(Users).add(it) } }
    }

    def cleanup() {
        shelves.outOfReach = false
    }

    def "of each picture the widest print is there, as it lies on the shelves, the newest first"() {
        given:
        def old = bring(ayu, [(320): 'small', (640): 'large'])
        def young = bring(ayu, [(320): 'young'], Format.PNG)
        bring(budi, [(320): 'of another'])

        expect:
        files() == [["${young}.png", 'young'], ["${old}.jpg", 'large']]
    }

    def "no more than may be together, and of these the newest"() {
        given:
        def ids = (1..3).collect { bring(ayu, [(320): '12345']) }

        expect:
        files(most)*.first() == ids.reverse().take(whole)*.toString().collect { it + '.jpg' }

        where:
        most || whole
        4    || 0
        5    || 1
        14   || 2
        15   || 3
    }

    def "nothing is opened before it is asked for, and what is gone by then is nothing"() {
        given:
        def id = bring(ayu, [(320): 'boat'])
        shelves.outOfReach = true

        when:
        def enclosed = of(Long.MAX_VALUE)
        shelves.outOfReach = false
        shelves.remove(id)

        then:
        enclosed*.file()*.get() == [Optional.empty()]
    }

    private bring(owner, Map<Integer, String> widths, Format format = Format.JPEG) {
        def sheets = widths.collectMany { width, text ->
            [Pictures.sheet(width, Format.WEBP, 'w'.bytes), Pictures.sheet(width, format, text.bytes)]
        }
        def medium = Medium.brought(Pictures.newId(), owner.id(), new Developed(Format.PNG, 640, 320, sheets), AltText.NONE, People.NOW)
        shelves.put(medium.id(), sheets)
        node.get(Transactions).write { node.get(Media).add(medium, Long.MAX_VALUE) }
        medium.id()
    }

    private of(long most) {
        node.get(Transactions).look { node.get(PersonalFiles).of(ayu.id(), most) }
    }

    private List<List<String>> files(long most = Long.MAX_VALUE) {
        of(most).collect {
            assert it.word() == 'media'
            [it.name(), new String(it.file().get().get().next(), 'UTF-8')]
        }
    }
}
