package dev.beranda.adapter.web.http

import spock.lang.Specification

class RequestTargetSpec extends Specification {

    def "an address in the one spelling passes as it is"() {
        expect:
        RequestTarget.parse(target) == new RequestTarget.Canonical(target, Optional.empty())

        where:
        target << [
                '/', '/api/posts', '/API/Posts', '/.well-known/jwks.json', '/a.b/..c/d..', '/...', '/~user',
                "/a-b_c.d~e!f\$g&h'i(j)k*l+m,n=o:p@q", '/caf%C3%A9', '/caf%c3%a9', '/%F0%9F%98%80', '/a%20b',
                '/api?', '/api?a=b&c=%20+/?:@;[]', '/api?a=%2e%2e%2f', '/?x=caf%C3%A9', '/?//../',
        ]
    }

    def "a slash at the end never matters"() {
        expect:
        RequestTarget.parse(target) == new RequestTarget.Canonical(canonical, Optional.empty())

        where:
        target                  || canonical
        '/api/auth/login/'      || '/api/auth/login'
        '/api/auth/login/?a=b/' || '/api/auth/login?a=b/'
        '/api/?'                || '/api?'
        '/?a'                   || '/?a'
        '/'                     || '/'
    }

    def "what browsers leave bare in a query is escaped for them"() {
        expect:
        RequestTarget.parse('/api?q=a|b^`{}"<>\\') == new RequestTarget.Canonical('/api?q=a%7Cb%5E%60%7B%7D%22%3C%3E%5C', Optional.empty())
        RequestTarget.parse('/api/?q=|') == new RequestTarget.Canonical('/api?q=%7C', Optional.empty())
    }

    def "an address inside a whole URL is the same address"() {
        expect:
        RequestTarget.parse(target) == new RequestTarget.Canonical(path, Optional.of(host))

        where:
        target                          || path    | host
        'http://a.example/api/'         || '/api'  | 'a.example'
        'HTTPS://a.example:8080?x=/'    || '/?x=/' | 'a.example:8080'
        'http://a.example'              || '/'     | 'a.example'
        'http:///api'                   || '/api'  | ''
        'http://u@a.example/api'        || '/api'  | 'u@a.example'
    }

    def "a second spelling of an address is no address"() {
        expect:
        RequestTarget.parse(target) == new RequestTarget.Foreign()

        where:
        target << [
                '//', '//api', '/api//posts', '/api//', '/.', '/./api', '/api/.', '/api/./posts', '/..', '/api/..', '/x/../api',
                '/%2e', '/%2E%2e/api', '/.%2e/api', '/x/%2e%2e/api', '/api%2fposts', '/api%2Fposts', '/api%5cposts', '/api\\posts',
                '/api;a=b', '/api/posts;a=b', '/;/api', '/x/..;/api', '/api%3ba=b', '/%61pi', '/api/%6cogin', '/api/a%2Db', '/%7euser', '/%5f',
                '/%252e%252e/api', '/api%25', 'http://a.example//api',
        ]
    }

    def "what no writer of addresses writes is not well-formed"() {
        expect:
        RequestTarget.parse(target) == new RequestTarget.Garbled()

        where:
        target << [
                '', '*', 'api', 'a.example:443', 'ftp://a.example/', 'mailto:a@b', '/%', '/%2', '/%2?x', '/%zz', '/%+1', '/%-1', '/%00', '/a%0d%0ab', '/%7f', '/%1F',
                '/\u0000', '/\u001b', '/a b', '/é', '/"', '/<', '/a|b', '/{a}', '/^', '/`', '/a#b', '/[', '/%ff', '/%c0%af', '/%ed%a0%80', '/%e2%28%a1', '/%C3/%A9',
                '/?%', '/?%zz', '/?%ff', '/?é', '/?a#b', '/?\u0000', '/?\u007f', '/? ',
        ]
    }
}
