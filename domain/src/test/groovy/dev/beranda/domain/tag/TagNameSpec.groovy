package dev.beranda.domain.tag

import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.FakeTransliteration
import dev.beranda.domain.shared.SequentialUuids
import spock.lang.Specification

class TagNameSpec extends Specification {

    def "a name is one visible line: #raw"() {
        expect:
        TagName.parse(raw).getClass().simpleName == (fit ? 'Valid' : 'Invalid')

        where:
        raw           || fit
        'Street food' || true
        ' C++ '       || true
        '日本'         || true
        '🎉'           || true
        'x' * 50      || true
        'x' * 51      || false
        ' '           || false
        ''            || false
        'a\nb'        || false
        'a\u202Eb'    || false
        'a\u0000'     || false
    }

    def "what tells languages apart tells their addresses apart: #name"() {
        given:
        def tags = new FakeTags()
        new TagMint(tags, new FakeTransliteration(), new SequentialUuids()).named([new TagName(name)], People.NOW)

        expect:
        tags.all.first().slug().value() == slug

        where:
        name       || slug
        'C'        || 'c'
        'C++'      || 'c-plus-plus'
        'C#'       || 'c-sharp'
        'R&D'      || 'r-and-d'
        'Café'     || 'cafe'
        '🎉'        || 'u-1f389'
    }
}
