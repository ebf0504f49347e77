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

    def "a script that builds beside the traffic, and so without a transaction, can be begun anew: #script.file"() {
        given:
        def steps = script.text().readLines().findAll { !it.startsWith('--') }.join('\n').split(';')*.trim().findAll()

        expect:
        steps.every { it ==~ /(?s)(set lock_timeout|drop index concurrently if exists|create (unique )?index concurrently) .*/ }
        steps.findAll { it.startsWith('create') }.every { step ->
            "drop index concurrently if exists ${(step =~ /concurrently (\w+)/)[0][1]}".toString() in steps
        }

        where:
        script << Script.all().findAll { it.text().readLines().any { line -> !line.startsWith('--') && line.contains('concurrently') } }
    }

    def "what ends the lines does not count, what they say does"() {
        expect:
        new Script('V1__x.sql', 'a\nb\n').checksum() == new Script('V1__x.sql', 'a\r\nb').checksum()
        new Script('V1__x.sql', 'a\nb\n').checksum() != new Script('V1__x.sql', 'a\nc\n').checksum()
    }
}
