package dev.beranda.application.post

import dev.beranda.domain.post.PostEvent
import dev.beranda.domain.post.Stage
import dev.beranda.domain.post.Writer
import dev.beranda.domain.shared.BasedOn
import java.time.Duration
import java.time.Instant

class MovePostSpec extends WritingSpecification {

    def movePost = new MovePost(posts, posts, reader, events, transactions, clock)
    def findPremieres = new FindPremieres(posts, clock)
    def announcePost = new AnnouncePost(posts, events, transactions, clock)
    def key = keyOf(write().post())

    def "a post goes out, back, away and back again, and each step is told once"() {
        expect:
        [new MovePost.Step.Publish(), new MovePost.Step.Publish(), new MovePost.Step.Unpublish(), new MovePost.Step.Trash(),
         new MovePost.Step.Restore()].every { move(it) instanceof MovePost.Outcome.Done }
        events.all*.class == [PostEvent.Written, PostEvent.Published, PostEvent.Withdrawn, PostEvent.Trashed, PostEvent.Restored]
        posts.find(key).get().version() == 4
    }

    def "what is planned is announced when its moment has come, by one of those who try"() {
        given:
        move(new MovePost.Step.PublishAt(clock.instant() + Duration.ofHours(1)))

        expect:
        findPremieres.find(new FindPremieres.Query(10)) == []

        when:
        clock.goOn(Duration.ofHours(1))
        def due = findPremieres.find(new FindPremieres.Query(10))
        def outcomes = (1..3).collect { announcePost.announce(new AnnouncePost.Command(due.first())) }

        then:
        due == [posts.find(key).get().id()]
        outcomes*.class == [AnnouncePost.Outcome.Announced, AnnouncePost.Outcome.NothingToTell, AnnouncePost.Outcome.NothingToTell]
        events.all.count { it instanceof PostEvent.Published } == 1
        posts.find(key).get().version() == 1
    }

    def "what could be read and is planned again is told once more, when its moment has come, and not before"() {
        given:
        move(new MovePost.Step.Publish())
        move(new MovePost.Step.PublishAt(clock.instant() + Duration.ofHours(1)))

        expect:
        !posts.find(key).get().isOpen(clock.instant())
        findPremieres.find(new FindPremieres.Query(10)) == []

        when:
        clock.goOn(Duration.ofHours(1))
        def due = findPremieres.find(new FindPremieres.Query(10))
        2.times { announcePost.announce(new AnnouncePost.Command(due.first())) }

        then:
        events.all*.class == [PostEvent.Written, PostEvent.Published, PostEvent.Planned, PostEvent.Reopened]
        events.all.last() == new PostEvent.Reopened(due.first(), clock.instant())
    }

    def "what opened and is moved before anybody told that is told first, once: #step"() {
        given:
        move(new MovePost.Step.PublishAt(clock.instant() + Duration.ofHours(1)))
        clock.goOn(Duration.ofHours(1))
        if (told) {
            announcePost.announce(new AnnouncePost.Command(posts.find(key).get().id()))
        }

        when:
        move(step)

        then:
        events.all*.class == [PostEvent.Written, PostEvent.Planned, PostEvent.Published, news]
        findPremieres.find(new FindPremieres.Query(10)) == []

        where:
        step                                                                  | told  || news
        new MovePost.Step.Unpublish()                                         | false || PostEvent.Withdrawn
        new MovePost.Step.Unpublish()                                         | true  || PostEvent.Withdrawn
        new MovePost.Step.Trash()                                             | false || PostEvent.Trashed
        new MovePost.Step.PublishAt(Instant.parse('2999-01-01T00:00:00Z'))    | false || PostEvent.Planned
        new MovePost.Step.PublishAt(Instant.parse('2020-01-01T00:00:00Z'))    | false || PostEvent.Edited
    }

    def "who may not learns no more than they may see"() {
        expect:
        move(new MovePost.Step.Publish(), stranger) == new MovePost.Outcome.NoSuchPost()

        when:
        move(new MovePost.Step.Publish(), editor)

        then:
        move(new MovePost.Step.Unpublish(), stranger) == new MovePost.Outcome.NotYours()
        posts.find(key).get().stage() instanceof Stage.Open
    }

    def "who saw an older one, and who steps out of line, is told"() {
        expect:
        move(new MovePost.Step.Publish(), ayu, new BasedOn.OneOf([3L] as Set)) == new MovePost.Outcome.Stale()
        move(new MovePost.Step.Restore()) == new MovePost.Outcome.NotFromHere()
        events.all*.class == [PostEvent.Written]
    }

    private MovePost.Outcome move(MovePost.Step step, Writer by = ayu, BasedOn seen = new BasedOn.Any()) {
        movePost.move(new MovePost.Command(by, key, seen, step))
    }
}
