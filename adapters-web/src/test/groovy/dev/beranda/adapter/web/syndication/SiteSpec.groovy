package dev.beranda.adapter.web.syndication

import dev.beranda.domain.shared.Slug
import spock.lang.Specification

class SiteSpec extends Specification {

    static final SITE = new Site('Kabar', '', URI.create('https://www.example.com/blog'), '/read/{slug}', URI.create('https://api.example.com'))

    def "an address in a text leads where it led on the page: #address"() {
        expect:
        SITE.whole(address, SITE.pageOf(new Slug('a-walk'))) == whole

        where:
        address                      || whole
        'https://other.test/x?a=b#c' || 'https://other.test/x?a=b#c'
        'mailto:ayu@example.com'     || 'mailto:ayu@example.com'
        '#fn-1'                      || 'https://www.example.com/blog/read/a-walk#fn-1'
        '?page=2'                    || 'https://www.example.com/blog/read/a-walk?page=2'
        ''                           || 'https://www.example.com/blog/read/a-walk'
        '/about'                     || 'https://www.example.com/about'
        '/'                          || 'https://www.example.com/'
        'other'                      || 'https://www.example.com/blog/read/other'
        '../about'                   || 'https://www.example.com/blog/read/../about'
        'a/b:c'                      || 'https://www.example.com/blog/read/a/b:c'
        ':x'                         || 'https://www.example.com/blog/read/:x'
        '/x:y'                       || 'https://www.example.com/x:y'
        '/api/media/1/640'           || 'https://api.example.com/api/media/1/640'
        '/apiary'                    || 'https://www.example.com/apiary'
    }

    def "where the site has no path, its pages begin at its root"() {
        given:
        def site = new Site('x', '', URI.create('http://localhost:8080'), '/posts/{slug}', URI.create('http://localhost:8080'))

        expect:
        site.home() == 'http://localhost:8080/'
        site.pageOf(new Slug('a')) == 'http://localhost:8080/posts/a'
        site.whole('/about', site.pageOf(new Slug('a'))) == 'http://localhost:8080/about'
        site.whole('b', site.pageOf(new Slug('a'))) == 'http://localhost:8080/posts/b'
    }
}
