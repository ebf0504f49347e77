package dev.beranda.application.readership

import dev.beranda.application.user.ProfileReader
import dev.beranda.application.user.PublicProfileView
import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.fixture.Writings
import dev.beranda.domain.post.PostKey
import dev.beranda.domain.readership.FakeFollows
import dev.beranda.domain.readership.FakeMarks
import dev.beranda.domain.readership.Mark
import dev.beranda.domain.readership.ReadershipEvent
import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.RecordedEvents
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.user.User
import dev.beranda.domain.user.Username
import java.time.Duration
import spock.lang.Specification

class ReadershipSpec extends Specification {

    static final BY_NAME = new PostKey.Address(new Slug('rain'))
    static final HIDDEN = new PostKey.Address(new Slug('draft'))

    def clock = new SettableClock()
    def marks = new FakeMarks()
    def follows = new FakeFollows()
    def events = new RecordedEvents()
    def transactions = new FakeTransactions(marks, follows, events)

    def ayu = People.newId()
    def post = Writings.newId()
    def byName = BY_NAME
    def hidden = HIDDEN
    def people = [:] as Map<Username, User>

    def posts = [
        legible: { PostKey key -> key in [byName, new PostKey.Id(post)] ? Optional.of(post) : Optional.empty() },
        called : { PostKey key -> key in [byName, hidden] ? Optional.of(post) : Optional.empty() },
    ] as ReadershipReader
    def profiles = { Username name -> Optional.ofNullable(people[name]).map { view(it) } } as ProfileReader

    def markPost = new MarkPost(posts, marks, events, transactions, clock)
    def unmarkPost = new UnmarkPost(posts, marks, transactions)
    def followPerson = new FollowPerson(profiles, follows, events, transactions, clock)
    def unfollowPerson = new UnfollowPerson(profiles, follows, transactions)

    def "a post is marked by any of its names, and only the first time is news: #mark"() {
        when:
        def outcomes = [byName, new PostKey.Id(post)].collect { markPost.mark(new MarkPost.Command(mark, it, ayu)) }

        then:
        outcomes == [new MarkPost.Outcome.Done()] * 2
        marks.has(mark, post, ayu)
        events.all == (isNews ? [new ReadershipEvent.Liked(post, ayu, clock.instant())] : [])

        where:
        mark          || isNews
        Mark.LIKE     || true
        Mark.BOOKMARK || false
    }

    def "a mark is taken back as often as one likes, whoever can read the post by then: #mark, #name"() {
        given:
        markPost.mark(new MarkPost.Command(mark, byName, ayu))

        expect:
        2.times { unmarkPost.unmark(new UnmarkPost.Command(mark, name, ayu)) }
        !marks.has(mark, post, ayu)

        where:
        [mark, name] << [Mark.values() as List, [BY_NAME, HIDDEN]].combinations()
    }

    def "where there is no such post there is nothing to take back, which is what was wanted"() {
        when:
        unmarkPost.unmark(new UnmarkPost.Command(Mark.LIKE, new PostKey.Address(new Slug('nowhere')), ayu))

        then:
        noExceptionThrown()
    }

    def "what not everybody can read is not there to be marked: #mark"() {
        expect:
        markPost.mark(new MarkPost.Command(mark, hidden, ayu)) == new MarkPost.Outcome.NoSuchPost()
        events.all == []

        where:
        mark << Mark.values()
    }

    def "to follow somebody again is no news, to follow them anew is"() {
        given:
        def budi = known('budi')

        when:
        2.times { assert follow('budi') == new FollowPerson.Outcome.Done() }

        then:
        follows.has(ayu, budi.id())
        events.all == [new ReadershipEvent.Followed(budi.id(), ayu, clock.instant())]

        when:
        2.times { assert unfollow('budi') == new UnfollowPerson.Outcome.Done() }
        clock.goOn(Duration.ofDays(1))
        follow('budi')

        then:
        events.all.size() == 2
        events.all.last().at() == clock.instant()
    }

    def "nobody follows themselves, nor who is not there"() {
        given:
        known('ayu', ayu)

        expect:
        follow('ayu') == new FollowPerson.Outcome.Oneself()
        follow('nobody') == new FollowPerson.Outcome.NoSuchPerson()
        unfollow('nobody') == new UnfollowPerson.Outcome.NoSuchPerson()
        events.all == []
        !follows.has(ayu, ayu)
    }

    private FollowPerson.Outcome follow(String name) {
        followPerson.follow(new FollowPerson.Command(new Username(name), ayu))
    }

    private UnfollowPerson.Outcome unfollow(String name) {
        unfollowPerson.unfollow(new UnfollowPerson.Command(new Username(name), ayu))
    }

    private User known(String name, id = People.newId()) {
        def user = People.somebody(id: id, username: name)
        people[user.username()] = user
        user
    }

    private static PublicProfileView view(User user) {
        new PublicProfileView(user.id(), user.username(), user.profile(), 0, 0, user.registeredAt(), 0)
    }
}
