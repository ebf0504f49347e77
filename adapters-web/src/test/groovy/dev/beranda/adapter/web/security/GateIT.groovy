package dev.beranda.adapter.web.security

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.Logger
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.security.filters.SecurityFilter
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers
import org.slf4j.LoggerFactory
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class GateIT extends Specification {

    static {
        (LoggerFactory.getLogger('ROOT') as Logger).level = Level.WARN
    }

    @Shared
    @AutoCleanup
    EmbeddedServer server = open('open')

    def "#who at the #room: #status"() {
        when:
        def answer = visit(server, room, token)

        then:
        answer.statusCode() == status

        where:
        who                 | token             | room       || status
        'nobody'            | null              | 'hall'     || 200
        'a reader'          | 'reader'          | 'hall'     || 200
        'a bad token'       | 'nobody'          | 'hall'     || 200
        'nobody'            | null              | 'parlour'  || 401
        'a reader'          | 'reader'          | 'parlour'  || 200
        'a known reader'    | 'known-reader'    | 'parlour'  || 200
        'a bad token'       | 'nobody'          | 'parlour'  || 401
        'a banished admin'  | 'banished-admin'  | 'parlour'  || 401
        'nobody'            | null              | 'office'   || 401
        'a reader'          | 'reader'          | 'office'   || 403
        'a known reader'    | 'known-reader'    | 'office'   || 403
        'an author'         | 'author'          | 'office'   || 403
        'an editor'         | 'editor'          | 'office'   || 200
        'a known admin'     | 'known-admin'     | 'office'   || 200
        'a banished admin'  | 'banished-admin'  | 'office'   || 401
        'nobody'            | null              | 'vault'    || 401
        'a known admin'     | 'known-admin'     | 'vault'    || 403
        'nobody'            | null              | 'unmarked' || 401
        'an admin'          | 'admin'           | 'unmarked' || 403
        'a known admin'     | 'known-admin'     | 'unmarked' || 403
        'nobody'            | null              | 'nowhere'  || 404
        'a known admin'     | 'known-admin'     | 'nowhere'  || 404
    }

    def "the controller is told who calls, seen for the first time or known"() {
        expect:
        visit(server, 'parlour', 'editor').body() == 'parlour of editor'
        visit(server, 'parlour', 'known-admin').body() == 'parlour of admin'
    }

    def "a rule that has to wait lets nobody in"() {
        given:
        def pondering = open('pondered')

        expect:
        visit(pondering, 'hall', null).statusCode() == 401
        visit(pondering, 'hall', 'known-admin').statusCode() == 403

        cleanup:
        pondering?.close()
    }

    def "the gate is the only one who asks"() {
        expect:
        server.applicationContext.containsBean(Gate)
        !server.applicationContext.containsBean(SecurityFilter)
    }

    private static EmbeddedServer open(String rooms) {
        ApplicationContext.run(EmbeddedServer, [
            'rooms'                            : rooms,
            'micronaut.server.port'            : -1,
            'micronaut.security.filter.enabled': false,
            'micronaut.security.reject-not-found': false,
            'endpoints.all.enabled'            : false,
        ] as Map<String, Object>, 'test')
    }

    private static HttpResponse<String> visit(EmbeddedServer server, String room, String token) {
        def request = HttpRequest.newBuilder(URI.create("$server.URI/api/rooms/$room"))
        if (token) {
            request.header('Authorization', "Bearer $token")
        }
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString())
    }
}
