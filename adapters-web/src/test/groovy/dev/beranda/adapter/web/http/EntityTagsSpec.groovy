package dev.beranda.adapter.web.http

import io.micronaut.http.HttpRequest
import spock.lang.Specification

class EntityTagsSpec extends Specification {

    def "If-Match #header and version 7: #covers"() {
        given:
        def request = HttpRequest.GET('/').headers { headers -> header.each { headers.add('If-Match', it) } }

        expect:
        EntityTags.wanted(request).covers(7) == covers

        where:
        header           || covers
        []               || true
        ['*']            || true
        ['"7"']          || true
        ['"6", "7"']     || true
        ['"6"', '"7"']   || true
        ['"6"']          || false
        ['W/"7"']        || false
        ['7']            || false
        ['"x"']          || false
        ['']             || false
        ['"' + '9' * 99] || false
    }

    def "If-None-Match #header and version 7: #known"() {
        expect:
        EntityTags.isKnown(HttpRequest.GET('/').header('If-None-Match', header), 7) == known

        where:
        header       || known
        '"7"'        || true
        'W/"7"'      || true
        '"6", "7"'   || true
        '*'          || true
        '"6"'        || false
        ''           || false
    }
}
