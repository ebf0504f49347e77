package dev.beranda.adapter.web.http

import io.micronaut.http.server.netty.NettyEmbeddedServer
import io.micronaut.runtime.graceful.GracefulShutdownCapable
import io.micronaut.runtime.server.EmbeddedServer

class OneAtATimeIT extends AtTheDoor {

    def "who sends ahead without measure is shown out"() {
        given:
        def wire = wire()

        when:
        wire.trySend(('POST /api/body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 900000\r\n\r\n' + 'x' * 900_000
                + 'GET /api/slow?ms=1500 HTTP/1.1\r\nHost: a\r\n\r\n' + 'GET /api/hello HTTP/1.1\r\nHost: a\r\n\r\n' * 10_000).bytes)

        then:
        wire.isClosedWithin(1400)
    }

    def "requests sent ahead are answered in their order, slow ones and refused ones in their place"() {
        given:
        def wire = wire()

        when:
        wire.send(['/api/slow?ms=300', '/api/hello', '/no/such/route', '/api/id/blocking', '//refused', '/api/hello'].collect {
            "GET $it HTTP/1.1\r\nHost: a\r\n\r\n"
        }.join(''))

        then:
        wire.answer().body == 'slept 300'
        wire.answer().body == 'hello /api/hello'
        wire.answer().status == 404
        wire.answer().body.endsWith('true')
        wire.answer().isProblem(404, 'not_found')
        wire.answer() == null
    }

    def "bodies sent ahead stay with their requests"() {
        given:
        def wire = wire()
        def body = { int length -> "POST /api/body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: $length\r\n\r\n" + 'x' * length }

        when:
        wire.send('GET /api/slow?ms=200 HTTP/1.1\r\nHost: a\r\n\r\n' + body(5) + body(200_000) + body(7))

        then:
        (1..4).collect { wire.answer().body } == ['slept 200', '5 characters', '200000 characters', '7 characters']
    }

    def "a hundred requests sent ahead are all answered"() {
        given:
        def wire = wire()

        when:
        wire.send('GET /api/hello HTTP/1.1\r\nHost: a\r\n\r\n' * 100)

        then:
        (1..100).every { wire.answer().status == 200 }
    }

    def "nothing is heard behind a request that ends the connection"() {
        given:
        int before = visitors
        def wire = wire()

        when:
        wire.send('GET /api/hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n' + 'GET /api/hello HTTP/1.1\r\nHost: a\r\n\r\n' * 3)

        then:
        wire.answer().status == 200
        wire.answer() == null
        visitors == before + 1
    }

    def "a client that leaves in the middle is forgotten quietly"() {
        given:
        def written = new ch.qos.logback.core.read.ListAppender()
        written.start()
        logger('ROOT').addAppender(written)

        when:
        ['GET /api/he', 'POST /api/body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nabc',
         'GET /api/slow?ms=200 HTTP/1.1\r\nHost: a\r\n\r\n'].each {
            def wire = wire().send(it)
            sleep(50)
            wire.socket.setSoLinger(true, 0)
            wire.close()
        }
        sleep(500)

        then:
        written.list*.formattedMessage == []
        wire().get('/api/hello').status == 200

        cleanup:
        logger('ROOT').detachAppender(written)
    }

    def "a request that is half here when the server leaves still gets its answer"() {
        given:
        def other = start([:])
        def server = other.getBean(EmbeddedServer)
        def body = new Wire(server.port)
        def head = new Wire(server.port)
        def idle = new Wire(server.port)
        idle.get('/api/hello')
        body.send('POST /api/body HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nabc')
        head.send('GET /api/hello HTTP/1.1\r\nHo')
        sleep(200)

        when:
        def left = (server as GracefulShutdownCapable).shutdownGracefully()

        then:
        idle.isClosedWithin(2000)

        when:
        sleep(300)
        body.send('def')
        head.send('st: a\r\n\r\n')
        def answers = [body.answer(), head.answer()]

        then:
        answers*.status == [200, 200]
        answers*.getAt('connection') == ['close', 'close']
        body.answer() == null
        head.answer() == null
        left.toCompletableFuture().get(2, java.util.concurrent.TimeUnit.SECONDS) == null

        cleanup:
        [body, head, idle]*.close()
        other.close()
    }
}
