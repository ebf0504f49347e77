package dev.beranda.application.media

import dev.beranda.application.UseCaseSpecification
import dev.beranda.application.shared.Page
import dev.beranda.application.shared.PageRequest
import dev.beranda.domain.media.AltText
import dev.beranda.domain.media.FakeMedia
import dev.beranda.domain.media.FakeShelves
import dev.beranda.domain.media.MediaId
import dev.beranda.domain.media.Pictures
import dev.beranda.domain.media.PrintRoom
import dev.beranda.domain.media.PrintRoom.Development
import dev.beranda.domain.media.ShelvesOutOfReach
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.shared.UuidSource
import dev.beranda.domain.user.UserId
import java.time.Duration
import java.util.function.Consumer
import java.util.function.Supplier

class MediaSpec extends UseCaseSpecification {

    static final long QUOTA = 1_000

    Development development = Pictures.developed(300)
    def media = new FakeMedia(users)
    def shelves = new FakeShelves()
    Transactions everything = new FakeTransactions(users, credentials, events, media)
    def room = { byte[] sent -> development } as PrintRoom
    def ids = { Pictures.newId(clock.instant()).value() } as UuidSource
    def upload = uploadWith(everything)
    def describe = new DescribeMedium(media, everything)
    def remove = new RemoveMedium(media, shelves, everything)
    def show = new ShowMedium(media)
    def open = new OpenPrint(shelves)
    def collect = new CollectStrays(media, shelves, clock)
    def ayu = registered('ayu').id()
    def budi = registered('budi').id()

    def "what was brought is told of and can be had in every size"() {
        when:
        def medium = bring(ayu, 'A boat').medium()

        then:
        medium.owner() == ayu
        medium.alt() == new AltText('A boat')
        medium.bytes() == 300
        show.show(new ShowMedium.Query(medium.id())) == Optional.of(medium)
        medium.prints().every { open.open(new OpenPrint.Query(medium.id(), it)).get().length() == it.bytes() }
    }

    def "only who may write brings anything: #role"() {
        expect:
        bring(ayu, '', role).class == outcome

        where:
        role        || outcome
        Role.READER || UploadMedium.Outcome.NotAllowed
        Role.AUTHOR || UploadMedium.Outcome.Uploaded
        Role.ADMIN  || UploadMedium.Outcome.Uploaded
    }

    def "what cannot be developed leaves nothing: #what"() {
        given:
        development = what

        expect:
        bring(ayu).class == outcome
        shelves.held(MediaId.FIRST, 10) == []
        media.all.empty

        where:
        what                        || outcome
        new Development.NoPicture() || UploadMedium.Outcome.NoPicture
        new Development.TooLarge()  || UploadMedium.Outcome.TooLarge
        new Development.Broken()    || UploadMedium.Outcome.Broken
    }

    def "what is more than the quota leaves nothing behind"() {
        expect:
        3.times { assert bring(ayu) instanceof UploadMedium.Outcome.Uploaded }
        bring(ayu) == new UploadMedium.Outcome.OverQuota(QUOTA)
        bring(budi) instanceof UploadMedium.Outcome.Uploaded
        shelves.held(MediaId.FIRST, 10).size() == 4
    }

    def "where there is no room left, that is said, and nothing is there"() {
        given:
        shelves.room = 299

        expect:
        bring(ayu) == new UploadMedium.Outcome.NoSpace()
        media.all.empty
        shelves.held(MediaId.FIRST, 10) == []
    }

    def "where nothing can be reached, nothing is told of"() {
        given:
        shelves.outOfReach = true

        when:
        bring(ayu)

        then:
        thrown(ShelvesOutOfReach)
        media.all.empty
    }

    def "who is gone brings nothing"() {
        expect:
        bring(new UserId(UUID.randomUUID())) == new UploadMedium.Outcome.Gone()
        shelves.held(MediaId.FIRST, 10) == []
    }

    def "nobody keeps the print room busy"() {
        expect:
        (1..300).every { !(bring(ayu) instanceof UploadMedium.Outcome.TooManyAttempts) }
        bring(ayu) instanceof UploadMedium.Outcome.TooManyAttempts
    }

    def "what was not written down is collected, but not before a day has passed"() {
        given:
        def known = bring(budi).medium().id()

        when:
        uploadWith(new Transactions() {
            <T> T write(Supplier<T> work) { throw new IllegalStateException('the database is gone') }

            <T> T look(Supplier<T> work) { work.get() }

            <T> T gather(Supplier<T> work, Consumer<T> ending) { work.get() }
        }).upload(command(ayu))

        then:
        thrown(IllegalStateException)
        shelves.held(MediaId.FIRST, 10).size() == 2

        when:
        clock.goOn(CollectStrays.NOT_YET)

        then:
        collect.collect().removed() == 0

        when:
        clock.goOn(Duration.ofSeconds(1))

        then:
        collect.collect().removed() == 1
        shelves.held(MediaId.FIRST, 10) == [known]
    }

    def "however many strays there are, all are collected"() {
        given:
        1_203.times { shelves.put(Pictures.newId(clock.instant()), [Pictures.sheet()]) }
        def known = bring(ayu).medium().id()
        clock.goOn(Duration.ofDays(2))

        expect:
        collect.collect().removed() == 1_203
        shelves.held(MediaId.FIRST, 10) == [known]
    }

    def "what is removed is gone with its bytes"() {
        given:
        def medium = bring(ayu).medium()

        expect:
        removeIt(medium.id(), ayu, Role.AUTHOR) == new RemoveMedium.Outcome.Removed()
        removeIt(medium.id(), ayu, Role.AUTHOR) == new RemoveMedium.Outcome.NoSuchMedium()
        shelves.held(MediaId.FIRST, 10) == []
        show.show(new ShowMedium.Query(medium.id())).empty
    }

    def "what is removed while its bytes cannot be reached is removed, and they are collected"() {
        given:
        def medium = bring(ayu).medium()
        shelves.outOfReach = true

        expect:
        removeIt(medium.id(), ayu, Role.AUTHOR) == new RemoveMedium.Outcome.Removed()

        when:
        shelves.outOfReach = false
        clock.goOn(Duration.ofDays(2))

        then:
        collect.collect().removed() == 1
    }

    def "authors look after their own, editors after all: #role"() {
        given:
        def medium = bring(ayu).medium()

        expect:
        describeIt(medium.id(), budi, role).class == described
        removeIt(medium.id(), budi, role).class == removed
        !shelves.held(MediaId.FIRST, 10).empty == (removed == RemoveMedium.Outcome.NotYours)

        where:
        role        || described                        | removed
        Role.READER || DescribeMedium.Outcome.NotYours  | RemoveMedium.Outcome.NotYours
        Role.AUTHOR || DescribeMedium.Outcome.NotYours  | RemoveMedium.Outcome.NotYours
        Role.EDITOR || DescribeMedium.Outcome.Described | RemoveMedium.Outcome.Removed
    }

    def "who decides on an old version is told"() {
        given:
        def medium = bring(ayu).medium()
        def seen = new BasedOn.OneOf([medium.version()] as Set)
        def described = describeIt(medium.id(), ayu, Role.AUTHOR, seen)

        expect:
        described.medium().version() == medium.version() + 1
        describe.describe(new DescribeMedium.Command(medium.id(), ayu, Role.AUTHOR, AltText.NONE, seen)) == new DescribeMedium.Outcome.Stale()
        remove.remove(new RemoveMedium.Command(medium.id(), ayu, Role.AUTHOR, seen)) == new RemoveMedium.Outcome.Stale()
    }

    def "authors list their own, editors all or their own: #role"() {
        given:
        def asked = []
        def list = new ListMedia({ owner, page -> asked << owner; new Page([], null, null, null) } as MediaReader)

        expect:
        list.list(new ListMedia.Query(ayu, role, mine, new PageRequest(20, null, false))).class == outcome
        asked == (outcome == ListMedia.Outcome.NotAllowed ? [] : [all ? null : ayu])

        where:
        role        | mine  || outcome                      | all
        Role.READER | false || ListMedia.Outcome.NotAllowed | false
        Role.AUTHOR | false || ListMedia.Outcome.Listed     | false
        Role.EDITOR | false || ListMedia.Outcome.Listed     | true
        Role.EDITOR | true  || ListMedia.Outcome.Listed     | false
    }

    private UploadMedium uploadWith(Transactions transactions) {
        new UploadMedium(media, shelves, room, transactions, throttle, ids, clock, QUOTA)
    }

    private static UploadMedium.Command command(UserId who, String alt = '', Role role = Role.AUTHOR) {
        new UploadMedium.Command(who, role, [1] as byte[], new AltText(alt))
    }

    private UploadMedium.Outcome bring(UserId who, String alt = '', Role role = Role.AUTHOR) {
        upload.upload(command(who, alt, role))
    }

    private describeIt(MediaId id, UserId who, Role role, BasedOn seen = new BasedOn.Any()) {
        describe.describe(new DescribeMedium.Command(id, who, role, new AltText('A boat'), seen))
    }

    private removeIt(MediaId id, UserId who, Role role) {
        remove.remove(new RemoveMedium.Command(id, who, role, new BasedOn.Any()))
    }
}
