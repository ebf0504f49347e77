package dev.beranda.adapter.persistence.migration

import spock.lang.Specification

class ScriptSpec extends Specification {

    def "every script there is is named, in the order of the versions"() {
        given:
        def folder = new File(getClass().classLoader.getResource(Script.FOLDER).toURI())

        expect:
        Script.FILES as Set == folder.list() as Set
        Script.FILES == Script.FILES.sort(false) { Script.load(it).version() as int }
    }

    def "what ends the lines does not count, what they say does"() {
        expect:
        new Script('V1__x.sql', 'a\nb\n').checksum() == new Script('V1__x.sql', 'a\r\nb').checksum()
        new Script('V1__x.sql', 'a\nb\n').checksum() != new Script('V1__x.sql', 'a\nc\n').checksum()
    }
}
