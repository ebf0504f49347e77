package dev.beranda.adapter.web.syndication

import javax.xml.parsers.DocumentBuilderFactory
import spock.lang.Specification

class XmlPageSpec extends Specification {

    def "whatever a text holds, a reader reads it as it was: #text"() {
        when:
        def read = read(XmlPage.of { it.element('a', [b: text], text) })

        then:
        read.textContent == text
        read.getAttribute('b') == text

        where:
        text << ['', 'Sate & soto', '<b>"bold"</b>', "it's", ']]>', '<![CDATA[x]]>', '<!-- x -->', '&amp;', '&#0;', 'Kopi ☕ dan 🌋 di Jawa', '𠜎', 'شرفة', 'e\u0301', '\uFFFD', '%{}\\']
    }

    def "what XML cannot say is left out, and nothing else: #code"() {
        given:
        def text = 'a' + new String(Character.toChars(code)) + 'b'

        expect:
        read(XmlPage.of { it.element('a', [b: text], text) }).with { [it.textContent, it.getAttribute('b')] } == ['ab', 'ab']

        where:
        code << [0, 1, 2, 3, 7, 8, 0xB, 0xC, 0xE, 0x1B, 0x1F, 0xFFFE, 0xFFFF]
    }

    def "half a character is none"() {
        expect:
        read(XmlPage.of { it.element('a', 'x\uD83Cy\uDF0Bz') }).textContent == 'xyz'
        read(XmlPage.of { it.element('a', '\uD83C') }).textContent == ''
    }

    def "every character there is stands for itself or is left out"() {
        when:
        def text = (0..0x10FFFF).step(97).collect { new String(Character.toChars(it)) }.findAll { !(it ==~ /[\x00-\x1F]/) }.join('')
        def read = read(XmlPage.of { it.element('a', text) }).textContent

        then:
        read == text.codePoints().filter { !(it in 0xD800..0xDFFF) && it != 0xFFFE && it != 0xFFFF }.mapToObj { new String(Character.toChars(it)) }.toList().join('')
    }

    def "the same is always the same, byte by byte"() {
        expect:
        new String(XmlPage.of { it.element('a', [c: '1', b: '2', a: '3'], 'x') }, 'UTF-8') == '<?xml version="1.0" encoding="UTF-8"?><a a="3" b="2" c="1">x</a>'
    }

    def "an element with nothing in it is one all the same"() {
        expect:
        new String(XmlPage.of { it.element('a') { it.element('b', [c: '"']).element('d', 'x') } }, 'UTF-8') ==
                '<?xml version="1.0" encoding="UTF-8"?><a><b c="&quot;"/><d>x</d></a>'
    }

    private static read(byte[] xml) {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml)).documentElement
    }
}
