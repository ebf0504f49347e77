package dev.beranda.domain.passkey

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.user.Users
import java.time.Duration
import spock.lang.Specification

abstract class PasskeysContract extends Specification {

    static final LATER = People.NOW + Duration.ofMinutes(1)

    abstract Passkeys getPasskeys()

    abstract Users getUsers()

    def ayu = People.somebody()
    def budi = People.somebody()

    def setup() {
        users.add(ayu)
        users.add(budi)
    }

    def "a passkey is found by what its device calls it, and with its owner's others, the oldest first"() {
        given:
        def older = passkey(ayu)
        def newer = passkey(ayu, 0, LATER)
        [newer, older, passkey(budi)].each { assert passkeys.add(it) }

        expect:
        passkeys.find(older.credential()) == Optional.of(older)
        passkeys.of(ayu.id()) == [older, newer]
        passkeys.find(new CredentialId('nobodys')).empty
        passkeys.of(People.newId()).empty
    }

    def "nobody adds what somebody has, not even the same person"() {
        given:
        def kept = passkey(ayu)
        passkeys.add(kept)

        expect:
        [ayu, budi].every { !passkeys.add(Passkey.add(newId(), it.id(), attestation(kept.credential(), 0), PasskeyName.USUAL, LATER)) }
        passkeys.find(kept.credential()) == Optional.of(kept)
    }

    def "of fifty who add one at once, one does"() {
        given:
        def credential = passkey(ayu).credential()

        expect:
        Race.of(50) {
            passkeys.add(Passkey.add(newId(), it % 2 ? ayu.id() : budi.id(), attestation(credential, 0), PasskeyName.USUAL, LATER))
        }.count(true) == 1
    }

    def "each use is noted, and has to be of a higher counter: #before then #then"() {
        given:
        def kept = passkey(ayu, before)
        passkeys.add(kept)

        expect:
        passkeys.use(kept, new Usage(then, true), LATER) == good
        with(passkeys.find(kept.credential()).get()) {
            counter() == (good ? then : before)
            backedUp() == good
            usedAt() == (good ? LATER : People.NOW)
        }

        where:
        before | then || good
        0      | 0    || true
        0      | 1    || true
        7      | 8    || true
        7      | 70   || true
        7      | 7    || false
        7      | 6    || false
        7      | 0    || false
    }

    def "of fifty who use one counter at once, one may"() {
        given:
        def kept = passkey(ayu, 7)
        passkeys.add(kept)

        expect:
        Race.of(50) { passkeys.use(kept, new Usage(8, false), LATER) }.count(true) == 1
    }

    def "only its owner removes it, once"() {
        given:
        def kept = passkey(ayu)
        passkeys.add(kept)

        expect:
        !passkeys.remove(kept.id(), budi.id())
        passkeys.remove(kept.id(), ayu.id())
        !passkeys.remove(kept.id(), ayu.id())
        passkeys.find(kept.credential()).empty
        !passkeys.use(kept, new Usage(1, false), LATER)
    }

    protected static Passkey passkey(user, long counter = 0, at = People.NOW) {
        Passkey.add(newId(), user.id(), attestation(new CredentialId(UUID.randomUUID().toString()), counter), new PasskeyName('My phone'), at)
    }

    protected static Attestation attestation(CredentialId credential, long counter) {
        new Attestation(credential, 'key', counter, false)
    }

    protected static PasskeyId newId() {
        new PasskeyId(UUID.randomUUID())
    }
}
