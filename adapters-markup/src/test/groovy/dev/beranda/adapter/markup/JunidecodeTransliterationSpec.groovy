package dev.beranda.adapter.markup

import dev.beranda.domain.shared.Slug
import dev.beranda.domain.shared.Transliteration
import dev.beranda.domain.shared.TransliterationContract

class JunidecodeTransliterationSpec extends TransliterationContract {

    Transliteration transliteration = new JunidecodeTransliteration()

    def "titles of all scripts have slugs: #title"() {
        expect:
        Slug.of(transliteration.plainLetters(title), new Slug('post')) == new Slug(slug)

        where:
        title                     || slug
        'Ünïcode Tïtle'           || 'unicode-title'
        'Привет, мир!'            || 'privet-mir'
        'Ελληνικά'                || 'ellenika'
        '日本語'                   || 'ri-ben-yu'
        'こんにちは'                || 'konnitiha'
        '안녕'                     || 'annyeong'
        'Größe & Straße'          || 'grosse-strasse'
        'Łódź, Đà Nẵng, İzmir'    || 'lodz-da-nang-izmir'
        'Rp 1.000.000 — murah!'   || 'rp-1-000-000-murah'
        '🌏🌏'                     || 'post'
    }
}
