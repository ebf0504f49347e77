package dev.beranda.application.exchange

import dev.beranda.application.exchange.Parcel.Article
import dev.beranda.application.exchange.Parcel.Byline
import dev.beranda.application.exchange.Parcel.Label
import dev.beranda.application.exchange.Parcel.Piece
import dev.beranda.application.exchange.Parcel.Status
import dev.beranda.application.exchange.Unpacker.Unpacking
import dev.beranda.domain.audit.AuditEntry
import dev.beranda.domain.audit.AuditLog
import dev.beranda.domain.category.FakeCategories
import dev.beranda.domain.comment.FakeComments
import dev.beranda.domain.exchange.Cargo
import dev.beranda.domain.exchange.FakeProvenances
import dev.beranda.domain.exchange.Kind
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.media.FakeMedia
import dev.beranda.domain.media.FakeShelves
import dev.beranda.domain.media.PrintInspection
import dev.beranda.domain.media.PrintRoom
import dev.beranda.domain.media.Sheet
import dev.beranda.domain.post.FakePosts
import dev.beranda.domain.post.FakeRevisions
import dev.beranda.domain.post.Post
import dev.beranda.domain.post.PostKey
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.FakeTransliteration
import dev.beranda.domain.shared.FakeTypesetter
import dev.beranda.domain.shared.Flaw
import dev.beranda.domain.shared.Origin
import dev.beranda.domain.shared.RecordedEvents
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.SequentialUuids
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.tag.FakeTags
import dev.beranda.domain.user.Actor
import dev.beranda.domain.user.FakeUsers
import java.time.Instant
import java.util.function.Consumer
import spock.lang.Specification

/** A house on fakes, into which others move. */
abstract class ExchangeSpecification extends Specification {

    static final CARGO = new Cargo(0, { Long from, Integer most -> new byte[0] })
    static final FROM = new Origin(new ClientAddress('192.0.2.1', '192.0.2.1'), 'request-1')

    def clock = new SettableClock()
    def posts = new FakePosts()
    def revisions = new FakeRevisions()
    def categories = new FakeCategories()
    def tags = new FakeTags()
    def comments = new FakeComments()
    def shelves = new FakeShelves()
    def users = new FakeUsers()
    def media = new FakeMedia(users)
    def plain = true
    def provenances = new FakeProvenances()
    def events = new RecordedEvents()
    def uuids = new SequentialUuids()
    def log = []
    def auditLog = { AuditEntry entry -> log << entry } as AuditLog
    def transactions = new FakeTransactions(posts, revisions, comments, categories, tags, media, provenances, events)
    def boss = People.somebody()
    def by = new Actor(boss.id(), Role.ADMIN)
    def printRoom = { byte[] sent -> new PrintRoom.Development.NoPicture() } as PrintRoom
    def file = []

    def setup() {
        users.add(boss)
    }

    Unpacker getUnpacker() {
        def parcels = file as List<Parcel>
        new Unpacker() {

            @Override
            Unpacking open(Cargo cargo) {
                parcels.empty ? new Unpacking.Unreadable(new Flaw('import_malformed')) : new Unpacking.Opened(goods(parcels))
            }

            @Override
            String fingerprint(Parcel parcel) {
                parcel.toString()
            }
        }
    }

    static Goods goods(List<Parcel> parcels) {
        new Goods() {

            @Override
            Format format() {
                Format.MARKDOWN
            }

            @Override
            String site() {
                ''
            }

            @Override
            void each(Consumer<Parcel> taker) {
                parcels.each { taker.accept(it) }
            }
        }
    }

    ImportContent.Outcome bring(Map<String, ?> wishes = [:], Parcel... parcels) {
        file = parcels as List
        def importContent = new ImportContent(
                posts, revisions, comments, categories, tags, media, shelves, printRoom,
                { Sheet sheet -> plain } as PrintInspection, users, provenances,
                unpacker, new FakeTypesetter(), new FakeTransliteration(), auditLog, events, transactions, uuids, clock)
        importContent.bring(new ImportContent.Command(
                wishes.by as Actor ?: by, FROM, CARGO, wishes.site as String ?: '', wishes.overwrite as boolean, wishes.dryRun as boolean))
    }

    List<ImportedItem> items(Map<String, ?> wishes = [:], Parcel... parcels) {
        (bring(wishes, parcels) as ImportContent.Outcome.Done).report().items()
    }

    static Article article(Map<String, ?> wishes = [:], String name) {
        new Article(
                new Label(Kind.POST, name, name, 1), wishes.id as UUID, wishes.containsKey('title') ? wishes.title as String : 'Rain', wishes.slug as String ?: '',
                wishes.former as List ?: [], wishes.pieces as List ?: [new Piece.Words(wishes.body as String ?: 'It rains.')], wishes.excerpt as String ?: '',
                wishes.status as Status ?: Status.PUBLISHED, wishes.published as Instant, wishes.trashed as Instant, wishes.created as Instant,
                wishes.updated as Instant, wishes.byline as Byline ?: new Byline.Unsaid(), wishes.tags as List ?: [], wishes.category as String ?: '',
                wishes.cover as String ?: '', [])
    }

    Post post(String slug) {
        posts.find(new PostKey.Address(new Slug(slug))).orElse(null)
    }

    static Map<String, List<String>> codes(List<Parcel.Remark> remarks) {
        remarks.groupBy { it.field() }.collectEntries { field, all -> [field, all*.flaw()*.code()] }
    }
}
