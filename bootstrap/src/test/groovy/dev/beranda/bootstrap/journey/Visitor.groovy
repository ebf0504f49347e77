package dev.beranda.bootstrap.journey

import groovy.json.JsonOutput
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.time.Duration

/** Somebody with an HTTP client. Every answer they get is held against the interface's description. */
class Visitor {

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()

    final URI server
    private final Description description
    String access

    Visitor(URI server, Description description) {
        this.server = server
        this.description = description
    }

    /** The same person, with the same token, at another node. */
    Visitor at(URI other) {
        def there = new Visitor(other, description)
        there.access = access
        there
    }

    Answer get(String path, Map<String, String> headers = [:]) {
        send('GET', path, null, headers)
    }

    /** What is no text: the headers, and the bytes. */
    List download(String path, Map<String, String> headers = [:]) {
        def request = HttpRequest.newBuilder(URI.create("$server$path")).timeout(Duration.ofSeconds(30))
        if (access) {
            request.header('Authorization', "Bearer $access")
        }
        headers.each { name, value -> request.header(name, value) }
        def response = CLIENT.send(request.build(), BodyHandlers.ofByteArray())
        assert response.statusCode() == 200
        [response.headers().map(), response.body()]
    }

    Answer delete(String path, Map<String, String> headers = [:]) {
        send('DELETE', path, null, headers)
    }

    Answer post(String path, Map<String, ?> json, Map<String, String> headers = [:]) {
        send('POST', path, JsonOutput.toJson(json).bytes, ['Content-Type': 'application/json'] + headers)
    }

    Answer patch(String path, Map<String, ?> json, Map<String, String> headers = [:]) {
        send('PATCH', path, JsonOutput.toJson(json).bytes, ['Content-Type': 'application/json'] + headers)
    }

    Answer postRaw(String path, byte[] body, Map<String, String> headers = ['Content-Type': 'application/json']) {
        send('POST', path, body, headers)
    }

    Answer postForm(String path, Map<String, String> fields) {
        def form = fields.collect { name, value -> "${URLEncoder.encode(name, 'UTF-8')}=${URLEncoder.encode(value, 'UTF-8')}" }
        send('POST', path, form.join('&').bytes, ['Content-Type': 'application/x-www-form-urlencoded'])
    }

    Answer send(String method, String path, byte[] body, Map<String, String> headers) {
        def request = HttpRequest.newBuilder(URI.create("$server$path"))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
        if (access && !headers.keySet().any { it.equalsIgnoreCase('Authorization') }) {
            request.header('Authorization', "Bearer $access")
        }
        headers.each { name, value -> request.header(name, value) }
        def answer = new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()))
        description.mustCover(method, path.takeBefore('?') ?: path, answer)
        answer
    }

    /** Opens an account with names nobody has, and says what they are. */
    Map<String, String> register(Map<String, String> wishes = [:]) {
        def tag = UUID.randomUUID().toString().replace('-', '').substring(0, 12)
        def account = [email: "p$tag@example.com".toString(), username: "p$tag".toString(), password: "quiet river $tag".reverse()] + wishes
        def answer = post('/api/auth/register', account)
        assert answer.status == 201: answer
        account
    }

    /** Comes in and keeps the access token; answers the whole login. */
    Map logIn(Map<String, String> account, Map<String, String> headers = [:]) {
        def answer = post('/api/auth/login', [username: account.username, password: account.password], headers)
        assert answer.status == 200: answer
        access = answer.body.access
        answer.body
    }
}
