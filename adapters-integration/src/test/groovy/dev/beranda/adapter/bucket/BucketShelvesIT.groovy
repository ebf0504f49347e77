package dev.beranda.adapter.bucket

import com.sun.net.httpserver.HttpServer
import dev.beranda.domain.media.Format
import dev.beranda.domain.media.MediaId
import dev.beranda.domain.media.Pictures
import dev.beranda.domain.media.Shelves
import dev.beranda.domain.media.ShelvesContract
import dev.beranda.domain.media.ShelvesFull
import dev.beranda.domain.media.ShelvesOutOfReach
import org.gaul.s3proxy.BlobStores
import org.gaul.s3proxy.S3Proxy
import org.gaul.s3proxy.auth.AuthenticationType
import spock.lang.AutoCleanup
import spock.lang.Shared

/** Against a server that speaks S3, and believes no signature it has not worked out by itself. */
class BucketShelvesIT extends ShelvesContract {

    static final KEY = 'AKIDTEST'
    static final SECRET = 'a/secret+with/signs'

    @Shared
    def store = BlobStores.create('transient-nio2', new Properties())

    @Shared
    @AutoCleanup('stop')
    S3Proxy server = S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create('http://127.0.0.1:0'))
            .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
            .build()

    Shelves shelves

    def setupSpec() {
        server.start()
        while (server.state != 'STARTED') {
            sleep(10)
        }
        store.createContainer('beranda')
    }

    def setup() {
        shelves = shelves()
    }

    def "what it is is told to the store too, and where it lies is no surprise"() {
        given:
        def id = Pictures.newId()
        shelves.put(id, [Pictures.sheet(640, Format.WEBP)])

        expect:
        store.blobMetadata('beranda', "media/$id/640.webp").contentType() == 'image/webp'
    }

    def "what somebody else keeps in the bucket is let alone"() {
        given:
        def request = { key -> software.amazon.awssdk.services.s3.model.PutObjectRequest.builder().bucket('beranda').key(key).contentLength(1).build() }
        ['backup/1', 'media/README', 'media/not-an-id/320.jpg'].each { store.putBlob(request(it), new ByteArrayInputStream([1] as byte[])) }

        expect:
        held(100).every { it instanceof MediaId }
    }

    def "by a wrong key nothing is put and nothing found: #what"() {
        given:
        def stranger = BucketShelves.in(new BucketSettings(endpoint, 'us-east-1', bucket, key, secret))

        when:
        stranger.put(Pictures.newId(), [Pictures.sheet()])

        then:
        def refusal = thrown(ShelvesOutOfReach)
        !refusal.toString().contains(SECRET)

        where:
        what             | bucket    | key   | secret
        'a wrong secret' | 'beranda' | KEY   | 'another'
        'a wrong key'    | 'beranda' | 'who' | SECRET
        'another bucket' | 'nowhere' | KEY   | SECRET
    }

    def "a bucket that is not there is not one in which something is not"() {
        given:
        def nowhere = BucketShelves.in(new BucketSettings(endpoint, 'us-east-1', 'nowhere', KEY, SECRET))

        when:
        nowhere.find(Pictures.newId(), Pictures.sheet().print())

        then:
        thrown(ShelvesOutOfReach)

        when:
        nowhere.held(MediaId.FIRST, 10)

        then:
        thrown(ShelvesOutOfReach)
    }

    def "where nobody answers, that is said"() {
        given:
        def nobody = BucketShelves.in(new BucketSettings(URI.create('http://127.0.0.1:1'), 'us-east-1', 'beranda', KEY, SECRET))

        when:
        nobody.find(Pictures.newId(), Pictures.sheet().print())

        then:
        thrown(ShelvesOutOfReach)
    }

    def "what may pass is tried again, and what does not pass is said: #statuses"() {
        given:
        def asked = []
        def moody = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
        moody.createContext('/') { exchange ->
            int status = exchange.requestMethod == 'PUT' ? statuses[Math.min(asked.size(), statuses.size() - 1)] : 404
            asked << exchange.requestMethod
            exchange.requestBody.readAllBytes()
            exchange.responseHeaders.add('Location', 'http://127.0.0.1:1/')
            exchange.sendResponseHeaders(status, -1)
            exchange.close()
        }
        moody.start()
        def shelves = BucketShelves.in(new BucketSettings(URI.create("http://127.0.0.1:$moody.address.port"), 'us-east-1', 'beranda', KEY, SECRET))

        when:
        def failure = null
        try {
            shelves.put(Pictures.newId(), [Pictures.sheet()])
        } catch (RuntimeException thrown) {
            failure = thrown
        }

        then:
        failure?.class == outcome
        asked.count('PUT') == times

        cleanup:
        moody.stop(0)

        where:
        statuses        || times | outcome
        [503, 200]      || 2     | null
        [500, 429, 200] || 3     | null
        [503]           || 3     | ShelvesOutOfReach
        [403]           || 1     | ShelvesOutOfReach
        [307]           || 1     | ShelvesOutOfReach
        [507]           || 1     | ShelvesFull
    }

    private URI getEndpoint() {
        URI.create("http://127.0.0.1:$server.port")
    }

    private Shelves shelves() {
        BucketShelves.in(new BucketSettings(endpoint, 'us-east-1', 'beranda', KEY, SECRET))
    }
}
