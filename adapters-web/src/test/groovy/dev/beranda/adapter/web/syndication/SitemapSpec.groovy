package dev.beranda.adapter.web.syndication

import dev.beranda.application.syndication.PlaceView
import dev.beranda.domain.shared.Slug
import java.time.Instant
import spock.lang.Specification

class SitemapSpec extends Specification {

    /** What the settings let through at most. */
    static final LONGEST = new Site('x', '', URI.create('https://' + 'x' * 192), '/' + 'p' * 193 + '{slug}', URI.create('https://y'))

    def "the fullest map of the longest addresses is no longer than search engines read"() {
        given:
        def place = new PlaceView(new Slug('x' * Slug.LONGEST), Instant.parse('2026-03-01T12:00:00.123456Z'))

        expect:
        LONGEST.pageOf(place.slug()).length() == 200 + 194 + 80
        Sitemap.of([place] * 49_999, true, LONGEST).length < 50 * 1024 * 1024
    }
}
