package dev.beranda.bootstrap.journey

/** Somebody with a browser: a page of ours that has its tokens in cookies, and cannot read them. */
class Browser {

    static final COOKIE_MODE = ['X-Token-Transport': 'cookie']
    static final OUR_PAGE = pageOf('https://beranda.test')

    private final Visitor visitor
    private final Map<String, String> page
    final Map<String, String> cookies = [:]
    String csrfToken

    Browser(Visitor visitor, Map<String, String> page = OUR_PAGE) {
        this.visitor = visitor
        this.page = page
    }

    /** What a browser says of where it is, when a page of this site asks. */
    static Map<String, String> pageOf(String site) {
        [Origin: site, 'Sec-Fetch-Site': 'same-origin']
    }

    /** The same browser, with the same cookies, at another node. */
    Browser at(URI other) {
        def there = new Browser(visitor.at(other), page)
        there.cookies.putAll(cookies)
        there.csrfToken = csrfToken
        there
    }

    Answer logIn(Map<String, String> account) {
        def answer = post('/api/auth/login', [username: account.username, password: account.password], COOKIE_MODE)
        assert answer.status == 200: answer
        answer
    }

    Answer get(String path, Map<String, String> headers = [:]) {
        keep(visitor.send('GET', path, null, cookie() + headers))
    }

    Answer post(String path, Map<String, ?> json, Map<String, String> headers = [:]) {
        keep(visitor.post(path, json, sent() + headers))
    }

    Answer send(String method, String path, Map<String, String> headers = [:], String body = null) {
        keep(visitor.send(method, path, body?.bytes, sent() + headers))
    }

    Answer refresh(Map<String, String> headers = [:]) {
        send('POST', '/api/auth/token/refresh', COOKIE_MODE + headers)
    }

    Answer logOut(Map<String, String> headers = [:]) {
        send('POST', '/api/auth/logout', COOKIE_MODE + headers)
    }

    Map<String, String> cookie() {
        cookies ? [Cookie: cookies.collect { name, value -> "$name=$value" }.join('; ')] : [:]
    }

    private Map<String, String> sent() {
        cookie() + page + (csrfToken ? ['X-CSRF-Token': csrfToken] : [:])
    }

    private Answer keep(Answer answer) {
        answer.headers('set-cookie').each { line ->
            def (name, value) = line.takeBefore(';').split('=', 2)
            line.contains('Max-Age=0;') ? cookies.remove(name) : cookies.put(name, value)
        }
        if (answer.status == 200 && answer.text && answer.body instanceof Map && answer.body.csrf_token) {
            csrfToken = answer.body.csrf_token
        }
        answer
    }
}
