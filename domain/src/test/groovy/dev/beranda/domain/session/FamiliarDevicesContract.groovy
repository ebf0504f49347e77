package dev.beranda.domain.session

import static dev.beranda.domain.session.FamiliarDevices.Recognition.FIRST
import static dev.beranda.domain.session.FamiliarDevices.Recognition.KNOWN
import static dev.beranda.domain.session.FamiliarDevices.Recognition.STRANGE

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.user.User
import java.time.Duration
import spock.lang.Specification

abstract class FamiliarDevicesContract extends Specification {

    static final LATER = People.NOW.plus(Duration.ofDays(1))

    abstract FamiliarDevices getDevices()

    /// People whose accounts are in the same store.
    abstract User getAyu()

    abstract User getBudi()

    def "the first device is not strange, and is known from then on"() {
        expect:
        devices.recognise(ayu.id(), 'Firefox (Linux)', 'ID', People.NOW) == FIRST
        devices.recognise(ayu.id(), 'Firefox (Linux)', 'ID', People.NOW) == KNOWN
        devices.recognise(ayu.id(), 'Firefox (Linux)', 'ID', LATER) == KNOWN
    }

    def "another device, or another place, is strange once: #device, #surroundings"() {
        given:
        devices.recognise(ayu.id(), 'Firefox (Linux)', 'ID', People.NOW)

        expect:
        devices.recognise(ayu.id(), device, surroundings, LATER) == STRANGE
        devices.recognise(ayu.id(), device, surroundings, LATER) == KNOWN
        devices.recognise(ayu.id(), 'Firefox (Linux)', 'ID', LATER) == KNOWN

        where:
        device            | surroundings
        'Chrome (Linux)'  | 'ID'
        'Firefox (Linux)' | 'JP'
        ''                | 'ID'
    }

    def "what one person is known by says nothing of another"() {
        given:
        devices.recognise(ayu.id(), 'Firefox (Linux)', 'ID', People.NOW)

        expect:
        devices.recognise(budi.id(), 'Safari (Mac)', 'JP', People.NOW) == FIRST
        devices.recognise(budi.id(), 'Firefox (Linux)', 'ID', People.NOW) == STRANGE
    }

    def "of fifty who come in alike at once, one is strange"() {
        given:
        devices.recognise(ayu.id(), 'Firefox (Linux)', 'ID', People.NOW)

        when:
        def recognitions = Race.of(50) { devices.recognise(ayu.id(), 'curl', 'JP', LATER) }

        then:
        recognitions.count(STRANGE) == 1
        recognitions.count(KNOWN) == 49
    }

    def "what was refused is strange again, and what was known before is not"() {
        given:
        devices.recognise(ayu.id(), 'Firefox (Linux)', 'ID', People.NOW)
        devices.recognise(ayu.id(), 'curl', 'JP', LATER)
        devices.recognise(budi.id(), 'curl', 'JP', LATER)

        when:
        devices.forgetSince(ayu.id(), LATER)

        then:
        devices.recognise(ayu.id(), 'Firefox (Linux)', 'ID', LATER) == KNOWN
        devices.recognise(ayu.id(), 'curl', 'JP', LATER) == STRANGE
        devices.recognise(budi.id(), 'curl', 'JP', LATER) == KNOWN
    }
}
