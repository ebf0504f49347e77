package dev.beranda.bootstrap

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** The table of guards speaks of what is there: specs, types, and what is said to stand in them. */
class GuardsSpec extends Specification {

    static final ROWS = Files.readAllLines(Path.of('../docs/guards.md'))
            .findAll { it.startsWith('| ') && !it.startsWith('| ---') && !it.startsWith('| guard ') }
            .collect { it[2..-2].split(/ \| /)*.trim() }

    @Shared
    Map<String, Set<String>> words = sources()

    @Shared
    Set<String> allWords = words.values().inject(new HashSet<String>()) { all, some -> all + some }

    def "each row says what is guarded, how it is taken out, and who notices"() {
        expect:
        ROWS.findAll { it.size() != 3 || it.any { cell -> cell.empty } } == []
        ROWS.size() > 150
    }

    def "who is said to notice is there"() {
        expect:
        ROWS.collectMany { named(it[2]) }.findAll { !words[it] } == []
    }

    def "what is to be taken out is somewhere in the sources"() {
        expect:
        ROWS.collectMany { named(it[1]) }.findAll { it ==~ /[A-Za-z.]+/ }.collectMany { it.split(/\./) as List }.findAll { !(it in allWords) } == []
    }

    def "and there where the table says it is"() {
        given:
        def places = ROWS.collectMany { (it[1] =~ /`([a-z][A-Za-z]+)`[^`;]*? in `([A-Z]\w+)`/).collect { [it[1], it[2]] } }

        expect:
        places.findAll { name, type -> words[type] && !(name in words[type]) } == []
        places.size() > 30
    }

    private static List<String> named(String cell) {
        (cell =~ /`([^`]+)`/).collect { it[1] }
    }

    /** The words in every file of sources, by its name without an ending. */
    private static Map<String, Set<String>> sources() {
        def found = [:]
        new File('..').listFiles().findAll { new File(it, 'src').directory }.each { module ->
            new File(module, 'src').eachFileRecurse { file ->
                if (file.name.endsWith('.java') || file.name.endsWith('.groovy')) {
                    def name = file.name.takeBefore('.')
                    found[name] = (found[name] ?: new HashSet<String>()) + file.text.findAll(/\w+/)
                }
            }
        }
        found
    }
}
