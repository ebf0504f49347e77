package dev.beranda.bootstrap.journey

import com.nimbusds.jose.JOSEObjectType
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers
import no.nav.security.mock.oauth2.MockOAuth2Server
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback

/** Two real providers of OpenID Connect under one roof, who vouch for whomever they are told to. */
class Strangers implements AutoCloseable {

    static final NAMES = ['harbour', 'sunrise']

    private final HttpClient client = HttpClient.newHttpClient()
    private final int port
    private MockOAuth2Server server

    Strangers() {
        port = new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
    }

    /** What a house has to be told to believe them. */
    Map<String, String> getSettings() {
        NAMES.collectEntries { name ->
            def setting = "BERANDA_OAUTH_${name.toUpperCase()}"
            [
                ("${setting}_ISSUER".toString())       : "http://localhost:$port/$name".toString(),
                ("${setting}_CLIENT_ID".toString())    : 'beranda',
                ("${setting}_CLIENT_SECRET".toString()): 'canary-client-secret',
            ]
        }
    }

    synchronized void begin() {
        if (server == null) {
            server = new MockOAuth2Server()
            server.start(InetAddress.getByName('localhost'), port)
        }
    }

    /** The next who logs in at this provider is this person. */
    void expect(String provider, String subject, Map<String, ?> claims) {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(provider, subject, JOSEObjectType.JWT.type, null, claims, 300L))
    }

    /** Logs in at the provider, and answers where it sends the browser. */
    URI visit(String address) {
        def answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        assert answer.statusCode() == 302: answer.body()
        URI.create(answer.headers().firstValue('location').get())
    }

    @Override
    void close() {
        server?.shutdown()
        server = null
    }
}
