package dev.beranda.domain.post

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Slug
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class PostSpec extends Specification {

    static final NOW = People.NOW + Duration.ofDays(1)
    static final BEFORE = NOW - Duration.ofHours(1)
    static final LATER = NOW + Duration.ofHours(1)

    static final DRAFT = new Stage.Draft()
    static final LONG_AGO = NOW - Duration.ofHours(3)
    static final EARLIER = NOW - Duration.ofHours(2)
    static final OUT = new Stage.Open(BEFORE, new News.Told())
    static final UNTOLD = new Stage.Open(BEFORE, new News.First())
    static final PLANNED = new Stage.Open(LATER, new News.First())
    static final AGAIN = new Stage.Open(LATER, new News.Again(BEFORE))
    static final TOLD_EARLY = new Stage.Open(LATER, new News.Told())
    static final OUT_NOW = new Stage.Open(NOW, new News.Told())
    static final LATEST = LATER + Duration.ofHours(1)
    static final BACK = new Stage.Withdrawn(BEFORE)

    def author = People.newId()
    def ayu = Writings.writer(author)
    def draft = Writings.draft(author)

    def "a post begins as a draft of its author's, which nobody else sees"() {
        expect:
        draft.stage() == DRAFT
        draft.author().is(author)
        !draft.isOpen(LATER)
        draft.version() == 0
    }

    def "what comes from another house is as far as it had come there, and never changed before it was written"() {
        given:
        def brought = Post.brought(draft.id(), new Author.Forgotten(), draft.slug(), draft.story(), draft.filing(), OUT, NOW, BEFORE)

        expect:
        brought.with { [it.author(), it.stage(), it.createdAt(), it.updatedAt(), it.version()] } == [new Author.Forgotten(), OUT, NOW, NOW, 0]

        when:
        def again = brought.broughtAgain(new Author.Known(author), draft.slug(), draft.story(), draft.filing(), DRAFT, LATER)

        then:
        again.with { [it.id(), it.author(), it.stage(), it.createdAt(), it.updatedAt(), it.version()] } ==
                [brought.id(), new Author.Known(author), DRAFT, NOW, LATER, 0]
    }

    def "what could be read there is no news here, what is to be read later will be"() {
        expect:
        Stage.openSince(from, NOW) == stage

        where:
        from   || stage
        BEFORE || OUT
        NOW    || new Stage.Open(NOW, new News.Told())
        LATER  || PLANNED
    }

    def "from #before, #step leads to #after, and the house hears #news"() {
        when:
        def change = take(step, at(before))

        then:
        change instanceof StageChange.Changed
        change.post().stage() == after
        change.events()*.class == [news]
        change.post().updatedAt() == NOW

        where:
        before              | step         || after                             | news
        DRAFT               | 'publish'    || OUT_NOW                          | PostEvent.Published
        PLANNED             | 'publish'    || OUT_NOW                          | PostEvent.Published
        BACK                | 'publish'    || OUT                              | PostEvent.Reopened
        AGAIN               | 'publish'    || OUT                              | PostEvent.Reopened
        TOLD_EARLY          | 'publish'    || OUT_NOW                          | PostEvent.Reopened
        DRAFT               | 'plan'       || PLANNED                          | PostEvent.Planned
        UNTOLD              | 'plan'       || AGAIN                            | PostEvent.Planned
        OUT                 | 'plan'       || AGAIN                            | PostEvent.Planned
        BACK                | 'plan'       || AGAIN                            | PostEvent.Planned
        AGAIN               | 'postpone'   || open(LATEST, BEFORE)             | PostEvent.Planned
        PLANNED             | 'postpone'   || open(LATEST)                     | PostEvent.Planned
        TOLD_EARLY          | 'postpone'   || open(LATEST, NOW)                | PostEvent.Planned
        DRAFT               | 'backdate'   || OUT                              | PostEvent.Published
        PLANNED             | 'backdate'   || OUT                              | PostEvent.Published
        AGAIN               | 'backdate'   || OUT                              | PostEvent.Reopened
        BACK                | 'backdate'   || OUT                              | PostEvent.Reopened
        OUT_NOW             | 'backdate'   || OUT                              | PostEvent.Edited
        OUT                 | 'unpublish'  || BACK                             | PostEvent.Withdrawn
        UNTOLD              | 'unpublish'  || BACK                             | PostEvent.Withdrawn
        PLANNED             | 'unpublish'  || DRAFT                            | PostEvent.Withdrawn
        AGAIN               | 'unpublish'  || BACK                             | PostEvent.Withdrawn
        DRAFT               | 'trash'      || new Stage.Trashed(DRAFT, NOW)    | PostEvent.Trashed
        OUT                 | 'trash'      || new Stage.Trashed(OUT, NOW)      | PostEvent.Trashed
        trashed(DRAFT)      | 'restore'    || DRAFT                            | PostEvent.Restored
        trashed(OUT)        | 'restore'    || OUT                              | PostEvent.Restored
        trashed(UNTOLD)     | 'restore'    || UNTOLD                           | PostEvent.Restored
        trashed(PLANNED)    | 'restore'    || PLANNED                          | PostEvent.Restored
        trashed(AGAIN)      | 'restore'    || AGAIN                            | PostEvent.Restored
        trashed(BACK)       | 'restore'    || BACK                             | PostEvent.Restored
    }

    def "what was to be given out while it lay in the trash comes back as what it was before it was planned: #after"() {
        expect:
        take('restore', at(new Stage.Trashed(planned, EARLIER))).post().stage() == after

        where:
        planned                                          || after
        UNTOLD                                           || DRAFT
        new Stage.Open(NOW, new News.First())            || DRAFT
        new Stage.Open(BEFORE, new News.Again(LONG_AGO)) || new Stage.Withdrawn(LONG_AGO)
        new Stage.Open(EARLIER, new News.First())        || new Stage.Open(EARLIER, new News.First())
        OUT                                              || OUT
    }

    def "what could be read here before is not new when it comes again from another house to be read later: #present"() {
        given:
        def again = at(present).broughtAgain(draft.author(), draft.slug(), draft.story(), draft.filing(), brought, NOW)

        expect:
        again.stage() == after

        where:
        present       | brought                         || after
        DRAFT         | PLANNED                         || PLANNED
        PLANNED       | PLANNED                         || PLANNED
        OUT           | PLANNED                         || AGAIN
        BACK          | PLANNED                         || AGAIN
        AGAIN         | PLANNED                         || AGAIN
        trashed(OUT)  | PLANNED                         || AGAIN
        OUT           | new Stage.Trashed(PLANNED, NOW) || new Stage.Trashed(AGAIN, NOW)
        BACK          | OUT_NOW                         || OUT_NOW
    }

    def "the house has to be told of what can be read by now, unless it was: #stage"() {
        expect:
        at(stage).isUntold(NOW) == untold

        where:
        stage                                       || untold
        UNTOLD                                      || true
        new Stage.Open(NOW, new News.Again(BEFORE)) || true
        OUT                                         || false
        PLANNED                                     || false
        DRAFT                                       || false
        trashed(UNTOLD)                             || false
    }

    def "from #stage, #step changes nothing"() {
        expect:
        take(step, at(stage)) == new StageChange.Unchanged(at(stage))

        where:
        stage          | step
        OUT            | 'publish'
        PLANNED        | 'plan'
        AGAIN          | 'plan'
        OUT            | 'backdate'
        DRAFT          | 'unpublish'
        BACK           | 'unpublish'
        trashed(OUT)   | 'trash'
    }

    def "from #stage, #step leads nowhere"() {
        expect:
        take(step, at(stage)) == new StageChange.NotFromHere()

        where:
        stage          | step
        trashed(DRAFT) | 'publish'
        trashed(DRAFT) | 'plan'
        trashed(OUT)   | 'unpublish'
        DRAFT          | 'restore'
        OUT            | 'restore'
    }

    def "a #role whose post it is #may; another #role #othersMay"() {
        given:
        def own = Writings.writer(author, role)
        def other = Writings.writer(People.newId(), role)

        expect:
        ['publish', 'plan', 'unpublish', 'trash'].every { (take(it, draft, own) instanceof StageChange.NotTheirs) != may }
        ['publish', 'plan', 'unpublish', 'trash'].every { (take(it, draft, other) instanceof StageChange.NotTheirs) != othersMay }
        (rewritten(draft, own) instanceof Rewriting.NotTheirs) != may
        (rewritten(draft, other) instanceof Rewriting.NotTheirs) != othersMay

        where:
        role        || may   | othersMay
        Role.READER || false | false
        Role.AUTHOR || true  | false
        Role.EDITOR || true  | true
        Role.ADMIN  || true  | true
    }

    def "of whom nothing is known any more, nobody but editors looks after the posts"() {
        given:
        def orphan = new Post(draft.id(), new Author.Forgotten(), draft.slug(), draft.story(), draft.filing(), OUT, NOW, NOW, 3)

        expect:
        !orphan.isInHandsOf(ayu)
        orphan.isInHandsOf(Writings.writer(People.newId(), Role.EDITOR))
    }

    def "to write the same again is no change, and a post in the trash is not written on"() {
        expect:
        draft.rewrite(ayu, draft.slug(), draft.story(), draft.filing(), NOW) == new Rewriting.Unchanged(draft)
        rewritten(at(trashed(DRAFT))) == new Rewriting.InTrash()
    }

    def "it is known whether the words are others, or only the address"() {
        expect:
        rewritten(draft).inWords()
        with(draft.rewrite(ayu, new Slug('elsewhere'), draft.story(), draft.filing(), NOW)) {
            !inWords()
            post().slug() == new Slug('elsewhere')
        }
    }

    def "what is open can be read from its moment on"() {
        expect:
        at(OUT_NOW).isOpen(NOW)
        !at(OUT_NOW).isOpen(NOW - Duration.ofNanos(1))
        !at(trashed(OUT)).isOpen(NOW)
        !at(BACK).isOpen(NOW)
    }

    def "addresses are made of the title, numbered where it is taken, and the last is nobody else's"() {
        given:
        def id = new PostId(UUID.fromString('019d0000-0000-7000-8000-00000000beef'))
        def addresses = Post.addresses(id, 'A Walk!')

        expect:
        addresses*.value() == ['a-walk', *(2..9).collect { "a-walk-$it" }, "a-walk-${1000 + 0xbeef}"]*.toString()
        Post.addresses(id, '!?').first() == new Slug('post-00000000beef')
    }

    def "only what lies in the trash is deleted for good, and only by who looks after everything: #role"() {
        given:
        def by = new Writer(author, role)

        expect:
        at(trashed(OUT)).discard(by, NOW) == (may ? new Discarding.Discarded(new PostEvent.Deleted(at(OUT).id(), NOW)) : new Discarding.NotTheirs())
        [DRAFT, PLANNED, OUT, BACK].every { at(it).discard(by, NOW) == (may ? new Discarding.NotFromHere() : new Discarding.NotTheirs()) }

        where:
        role        || may
        Role.READER || false
        Role.AUTHOR || false
        Role.EDITOR || true
        Role.ADMIN  || true
    }

    def "what has lain in the trash long enough is gone, and nothing else"() {
        expect:
        at(trashed(OUT)).expire(BEFORE.plusNanos(1), NOW) instanceof Discarding.Discarded
        at(trashed(OUT)).expire(BEFORE, NOW) == new Discarding.NotFromHere()
        [DRAFT, PLANNED, OUT, BACK].every { at(it).expire(NOW.plusSeconds(9), NOW) == new Discarding.NotFromHere() }
    }

    def "how long that is can be said, or that it is never"() {
        expect:
        new TrashPeriod.Of(Duration.ofDays(2)).endedFor(NOW).get() == NOW - Duration.ofDays(2)
        new TrashPeriod.ForEver().endedFor(NOW).empty
    }

    private static Stage.Open open(Instant from, Instant since = null) {
        new Stage.Open(from, since ? new News.Again(since) : new News.First())
    }

    private static Stage.Trashed trashed(Stage.Kept before) {
        new Stage.Trashed(before, BEFORE)
    }

    private Post at(Stage stage) {
        new Post(draft.id(), draft.author(), draft.slug(), draft.story(), draft.filing(), stage, draft.createdAt(), draft.updatedAt(), 7)
    }

    private Rewriting rewritten(Post post, Writer by = ayu) {
        post.rewrite(by, post.slug(), Writings.story(body: 'The sun came out.'), post.filing(), NOW)
    }

    private StageChange take(String step, Post post, Writer by = ayu) {
        switch (step) {
            case 'publish': return post.publish(by, NOW)
            case 'plan': return post.publish(by, LATER, NOW)
            case 'postpone': return post.publish(by, LATEST, NOW)
            case 'backdate': return post.publish(by, BEFORE, NOW)
            case 'unpublish': return post.unpublish(by, NOW)
            case 'trash': return post.trash(by, NOW)
            case 'restore': return post.restore(by, NOW)
        }
    }
}
