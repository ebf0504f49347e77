package dev.beranda.bootstrap.journey

import com.nimbusds.jwt.SignedJWT
import dev.beranda.domain.session.KeyForge
import dev.beranda.domain.session.SigningKeys
import dev.beranda.postgres.TestDatabase
import java.time.Clock
import spock.lang.Shared
import spock.lang.Specification

/** A key that one node makes or withdraws is known to the other within a second. */
class KeyRotationIT extends Specification {

    @Shared
    TestDatabase database = TestDatabase.fresh()

    @Shared
    List<Town.Node> town = [1, 2].collect { Town.open(database) }

    def cleanupSpec() {
        town.each { Town.close(it) }
        database.close()
    }

    def "what is signed with a new key is believed everywhere, and with a withdrawn one nowhere"() {
        given:
        def account = visitor(0).register()
        def before = visitor(0).logIn(account).access
        def old = keys.all()

        expect:
        [0, 1].every { statusOf(before, it) == 200 }

        when:
        def made = bean(KeyForge).forge(bean(Clock).instant())
        keys.add(made)

        then:
        JourneySpecification.withinASecond { [0, 1].every { published(it).contains(made.id()) } }

        when:
        def after = visitor(0).logIn(account).access

        then:
        SignedJWT.parse(after).header.keyID == made.id()
        SignedJWT.parse(before).header.keyID == old[0].id()
        [after, before].every { token -> [1, 0].every { statusOf(token, it) == 200 } }

        when:
        keys.remove(old)

        then:
        JourneySpecification.withinASecond { [0, 1].every { statusOf(before, it) == 401 } }
        [0, 1].every { published(it) == [made.id()] }
        [1, 0].every { statusOf(after, it) == 200 }
        visitor(1).get('/api/me', [Authorization: "Bearer $before"]).body.code == 'token_not_valid'
    }

    private SigningKeys getKeys() {
        bean(SigningKeys)
    }

    /** Of the first node, which makes the keys. */
    private <T> T bean(Class<T> type) {
        town[0].house.application().getBean(type)
    }

    private List<String> published(int node) {
        visitor(node).get('/.well-known/jwks.json').body.keys*.kid
    }

    private int statusOf(String token, int node) {
        visitor(node).get('/api/me', [Authorization: "Bearer $token"]).status
    }

    private Visitor visitor(int node) {
        new Visitor(town[node].uri, JourneySpecification.description(town[0].uri))
    }
}
