package dev.beranda.bootstrap.journey

/** Somebody's browser that is sent to a provider and back: keeps cookies, and takes them along to whatever node answers. */
class Traveller {

    private final Map<String, String> cookies = [:]
    Visitor visitor

    Traveller(Visitor visitor) {
        this.visitor = visitor
    }

    Answer get(String path, Map<String, String> headers = [:]) {
        kept(visitor.get(path, cookieHeader + headers))
    }

    Answer post(String path, Map<String, ?> json, Map<String, String> headers = [:]) {
        kept(visitor.post(path, json, cookieHeader + headers))
    }

    /** Where an answer leads to, on our side. */
    static String pathOf(URI address) {
        address.rawPath + (address.rawQuery ? "?$address.rawQuery" : '')
    }

    static Map<String, String> query(Object address) {
        def query = URI.create(address as String).rawQuery
        (query ? query.split('&').toList() : []).collectEntries {
            def (name, value) = it.split('=', 2)
            [name, URLDecoder.decode(value, 'UTF-8')]
        }
    }

    Map<String, String> getCookies() {
        cookies
    }

    private Map<String, String> getCookieHeader() {
        cookies ? [Cookie: cookies.collect { "$it.key=$it.value" }.join('; ')] : [:]
    }

    private Answer kept(Answer answer) {
        answer.headers('set-cookie').each {
            def (name, value) = it.split(';').first().split('=', 2)
            cookies[name] = value
        }
        answer
    }
}
