package dev.beranda.domain.freshness

import dev.beranda.domain.fixture.People
import dev.beranda.domain.post.PostId
import spock.lang.Specification

abstract class ChangesContract extends Specification {

    abstract Changes getChanges()

    /// Something changed, and it was told.
    abstract void change(Subject subject)

    def post = Subject.post(new PostId(UUID.randomUUID()))
    def other = Subject.post(new PostId(UUID.randomUUID()))
    def person = Subject.person(People.newId())

    def "what was looked up holds until it changes, and no longer"() {
        given:
        def before = changes.now().get()

        expect:
        changes.surelyNoneOf([post, person] as Set, before)

        when:
        change(post)

        then:
        !changes.surelyNoneOf([post] as Set, before)
        !changes.surelyNoneOf([person, post] as Set, before)

        and: "nor ever again"
        change(other)
        !changes.surelyNoneOf([post] as Set, before)
    }

    def "what changed is no matter to what was looked up after it, or tells of something else"() {
        given:
        def before = changes.now().get()

        when:
        change(post)
        def after = changes.now().get()

        then:
        changes.surelyNoneOf([post] as Set, after)
        changes.surelyNoneOf([other, person, Subject.POSTS] as Set, before)
    }
}
