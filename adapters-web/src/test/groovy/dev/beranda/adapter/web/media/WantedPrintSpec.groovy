package dev.beranda.adapter.web.media

import dev.beranda.domain.media.Format
import dev.beranda.domain.media.Print
import io.micronaut.http.HttpRequest
import spock.lang.Specification

class WantedPrintSpec extends Specification {

    static final PRINTS = [320, 640, 700].collectMany { [new Print(it, 10, Format.JPEG, 1), new Print(it, 10, Format.WEBP, 1)] }

    def "the narrowest that is wide enough is shown, or the widest: #wish"() {
        expect:
        WantedPrint.parse(wish).get().among(PRINTS, webp).get().name() == name

        where:
        wish       | webp  || name
        '320'      | false || '320.jpg'
        '320'      | true  || '320.webp'
        '1'        | true  || '320.webp'
        '321'      | false || '640.jpg'
        '9999'     | false || '700.jpg'
        '9999'     | true  || '700.webp'
        '640.webp' | false || '640.webp'
        '640.jpg'  | true  || '640.jpg'
        '641.jpg'  | true  || '700.jpg'
        '2000.jpg' | true  || '700.jpg'
    }

    def "what there is not is not shown"() {
        expect:
        WantedPrint.parse('640.png').get().among(PRINTS, true).empty
        WantedPrint.parse('640').get().among([], true).empty
    }

    def "where there is no WebP, who accepts it is shown something else"() {
        expect:
        WantedPrint.parse('640').get().among(PRINTS.findAll { it.format() == Format.JPEG }, true).get().name() == '640.jpg'
    }

    def "that is no width: #text"() {
        expect:
        WantedPrint.parse(text).empty

        where:
        text << ['', '0', '064', '10000', '-1', '640px', '640.gif', '640.', '.webp', '640.WEBP', '640.jpeg', '６４０', '../640', '640\n']
    }

    def "WebP is for who names it: #accept"() {
        expect:
        WantedPrint.acceptsWebp(HttpRequest.GET('/').header('Accept', accept)) == accepts

        where:
        accept                                     || accepts
        'image/avif,image/webp,image/*,*/*;q=0.8'  || true
        'image/webp'                               || true
        'image/webp;q=0.5, */*'                    || true
        'image/webp;q=0'                           || false
        'image/webp; q=0.000'                      || false
        '*/*'                                      || false
        'image/*'                                  || false
        'image/jpeg'                               || false
    }
}
