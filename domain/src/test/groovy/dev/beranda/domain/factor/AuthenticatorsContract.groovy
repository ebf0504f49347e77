package dev.beranda.domain.factor

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.user.Users
import java.time.Duration
import spock.lang.Specification

abstract class AuthenticatorsContract extends Specification {

    static final LATER = People.NOW + Duration.ofMinutes(1)

    abstract Authenticators getAuthenticators()

    abstract Users getUsers()

    def ayu = People.somebody()
    def app = begun('first')

    def setup() {
        users.add(ayu)
    }

    def "who has no app has none"() {
        expect:
        authenticators.hold(ayu.id()).empty
        !authenticators.use(ayu.id(), 100)
        !authenticators.remove(ayu.id())
    }

    def "an app that was begun is there, and counts for nothing"() {
        expect:
        authenticators.begin(app)
        isLike(app)
        !authenticators.use(ayu.id(), 100)
        !authenticators.remove(ayu.id())
    }

    def "beginning anew takes the place of what was begun"() {
        given:
        authenticators.begin(app)
        def other = begun('second')

        expect:
        authenticators.begin(other)
        isLike(other)
        !authenticators.confirm(app, 100, LATER)
        authenticators.confirm(other, 100, LATER)
    }

    def "an app is confirmed once, and not replaced then"() {
        given:
        authenticators.begin(app)

        expect:
        authenticators.confirm(app, 100, LATER)
        isLike(new Authenticator(ayu.id(), app.secret(), true, LATER))
        !authenticators.confirm(app, 101, LATER)
        !authenticators.begin(begun('second'))
        isLike(new Authenticator(ayu.id(), app.secret(), true, LATER))
    }

    def "what was not begun cannot be confirmed"() {
        expect:
        !authenticators.confirm(app, 100, LATER)
    }

    def "a code is used once, and none before it any more"() {
        given:
        authenticators.begin(app)
        authenticators.confirm(app, 100, LATER)

        expect:
        !authenticators.use(ayu.id(), 99)
        !authenticators.use(ayu.id(), 100)
        authenticators.use(ayu.id(), 102)
        !authenticators.use(ayu.id(), 102)
        !authenticators.use(ayu.id(), 101)
        authenticators.use(ayu.id(), 103)
    }

    def "of fifty who use a code at once, one has it"() {
        given:
        authenticators.begin(app)
        authenticators.confirm(app, 100, LATER)

        expect:
        Race.of(50) { authenticators.use(ayu.id(), 101) }.count(true) == 1
    }

    def "of fifty who confirm at once, one does"() {
        given:
        authenticators.begin(app)

        expect:
        Race.of(50) { authenticators.confirm(app, 100, LATER) }.count(true) == 1
    }

    def "an app that was removed is gone, and another may be begun"() {
        given:
        authenticators.begin(app)
        authenticators.confirm(app, 100, LATER)

        expect:
        authenticators.remove(ayu.id())
        authenticators.hold(ayu.id()).empty
        !authenticators.remove(ayu.id())
        authenticators.begin(begun('second'))
    }

    protected Authenticator begun(String secret) {
        Authenticator.begin(ayu.id(), new SealedSecret(secret.bytes), People.NOW)
    }

    protected void isLike(Authenticator other) {
        def kept = authenticators.hold(ayu.id()).get()
        assert [kept.user(), kept.confirmed(), kept.since()] == [other.user(), other.confirmed(), other.since()]
        assert kept.secret().reveal() == other.secret().reveal()
    }
}
