package dev.beranda.adapter.web.security

import dev.beranda.domain.session.AccessToken
import dev.beranda.domain.session.RefreshToken
import dev.beranda.domain.session.SessionId
import dev.beranda.domain.session.TokenPair
import io.micronaut.http.HttpRequest
import java.time.Duration
import spock.lang.Specification

class TokenCookiesSpec extends Specification {

    static final PAIR = new TokenPair(new SessionId(new UUID(1, 2)), new AccessToken('a.b.c'), new RefreshToken('r-1'), Duration.ofMinutes(15), Duration.ofDays(7))

    def "over HTTPS nobody but this host can set or read them, on this machine there is no HTTPS"() {
        given:
        def cookies = new TokenCookies(publicUrl)

        expect:
        cookies.setting(PAIR) == [
            "${prefix}beranda_access=a.b.c; Max-Age=900$secure; HttpOnly; SameSite=Lax; Path=/".toString(),
            "${prefix}beranda_refresh=r-1; Max-Age=604800$secure; HttpOnly; SameSite=Lax; Path=/".toString(),
        ]
        cookies.clearing() == [
            "${prefix}beranda_access=; Max-Age=0$secure; HttpOnly; SameSite=Lax; Path=/".toString(),
            "${prefix}beranda_refresh=; Max-Age=0$secure; HttpOnly; SameSite=Lax; Path=/".toString(),
        ]

        where:
        publicUrl                 || prefix    | secure
        'https://www.example.org' || '__Host-' | '; Secure'
        'HTTPS://www.example.org' || '__Host-' | '; Secure'
        'http://localhost:8080'   || ''        | ''
    }

    def "a token is found among other cookies: #header"() {
        expect:
        new TokenCookies('https://www.example.org').accessIn(request(header)).get().reveal() == 'a.b.c'

        where:
        header << [
            ['__Host-beranda_access=a.b.c'],
            ['x=1; __Host-beranda_access=a.b.c;y=2'],
            ['x=1;  __Host-beranda_access=a.b.c ;'],
            ['x=1', '__Host-beranda_access=a.b.c'],
            ['beranda_access=planted; __Host-beranda_access=a.b.c'],
        ]
    }

    def "what is not certainly the cookie we set says nothing: #header"() {
        expect:
        new TokenCookies('https://www.example.org').accessIn(request(header)).empty

        where:
        header << [
            [],
            [''],
            ['beranda_access=a.b.c'],
            ['=__Host-beranda_access=a.b.c'],
            ['x==__Host-beranda_access=a.b.c'],
            ['__Host-beranda_access'],
            ['__Host-beranda_access='],
            ['__host-beranda_access=a.b.c'],
            ['__Host-beranda_access =a.b.c'],
            ['__Host-beranda_access="a.b.c"'],
            ['__Host-beranda_access=a b'],
            ['__Host-beranda_access=a\tb'],
            ['__Host-beranda_access=a=b'],
            ['__Host-beranda_access=a.b.ć'],
            ['__Host-beranda_access=' + 'a' * 5_000],
            ['__Host-beranda_access=a.b.c; __Host-beranda_access=a.b.c'],
            ['__Host-beranda_access=a.b.c; __Host-beranda_access=other'],
            ['__Host-beranda_access=a.b.c', '__Host-beranda_access=other'],
            ['__Host-beranda_refresh=a.b.c'],
        ]
    }

    private static HttpRequest<?> request(List<String> cookies) {
        def request = HttpRequest.GET('/')
        cookies.each { request.header('Cookie', it) }
        request
    }
}
