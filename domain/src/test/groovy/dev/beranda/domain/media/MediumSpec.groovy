package dev.beranda.domain.media

import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.Parsed
import dev.beranda.domain.shared.Role
import java.time.Instant
import spock.lang.Specification

class MediumSpec extends Specification {

    static final OWNER = People.newId()
    static final OTHER = People.newId()

    def medium = Pictures.of(OWNER)

    def "who may write may bring pictures: #role"() {
        expect:
        Medium.mayBeBroughtBy(role) == may

        where:
        role        || may
        Role.READER || false
        Role.AUTHOR || true
        Role.EDITOR || true
        Role.ADMIN  || true
    }

    def "authors look after their own, editors after all: #role"() {
        expect:
        medium.isInCareOf(who, role) == may

        where:
        who   | role        || may
        OWNER | Role.AUTHOR || true
        OWNER | Role.READER || false
        OTHER | Role.AUTHOR || false
        OTHER | Role.EDITOR || true
        OTHER | Role.ADMIN  || true
    }

    def "what nobody owns any more only editors look after"() {
        given:
        def left = new Medium(medium.id(), new Owner.Nobody(), medium.was(), 1, 1, AltText.NONE, [], People.NOW, 3)

        expect:
        !left.isInCareOf(OWNER, Role.AUTHOR)
        left.isInCareOf(OWNER, Role.EDITOR)
    }

    def "what is said about it may be changed: #words"() {
        expect:
        decision.isInstance(medium.describe(who, Role.AUTHOR, new AltText(words), seen))

        where:
        who   | words    | seen                              || decision
        OWNER | 'A boat' | new BasedOn.Any()                 || Describing.Described
        OWNER | ''       | new BasedOn.Any()                 || Describing.Unchanged
        OWNER | 'A boat' | new BasedOn.OneOf([0L] as Set)    || Describing.Described
        OWNER | 'A boat' | new BasedOn.OneOf([7L] as Set)    || Describing.Stale
        OTHER | 'A boat' | new BasedOn.OneOf([7L] as Set)    || Describing.NotYours
    }

    def "it takes the room of all its prints"() {
        expect:
        Pictures.of(OWNER, 1234).bytes() == 1234
    }

    def "its name tells its age"() {
        expect:
        Pictures.newId(Instant.parse('2026-11-21T14:00:00.123Z')).givenAt() == Instant.parse('2026-11-21T14:00:00.123Z')
        MediaId.FIRST < Pictures.newId(Instant.EPOCH)
        Pictures.newId(Instant.parse('2026-11-21T14:00:00Z')) < Pictures.newId(Instant.parse('2026-11-21T14:00:01Z'))
    }

    def "what a picture shows is one visible line: #raw"() {
        expect:
        AltText.parse(raw) == (value == null ? AltText.parse('\u0000') : Parsed.of(new AltText(value)))

        where:
        raw                      || value
        ' A boat '               || 'A boat'
        'Perahu "besar" <b>'     || 'Perahu "besar" <b>'
        'e\u0301'                || 'é'
        'x' * 1000               || 'x' * 1000
        'x' * 1001               || null
        'a\r\nb'                 || null
        'a\u202Eb'               || null
        'a\u0000'                || null
        '\ud800'                 || null
    }
}
