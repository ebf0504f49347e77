package dev.beranda.bootstrap.journey

import dev.beranda.application.administration.ChangeAuthority
import dev.beranda.bootstrap.settings.Settings
import dev.beranda.domain.privacy.PersonalRecords
import dev.beranda.domain.shared.BasedOn
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Origin
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.Actor
import dev.beranda.domain.user.UserId
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import java.awt.image.BufferedImage
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipInputStream
import javax.imageio.ImageIO

import static dev.beranda.bootstrap.journey.AvatarIT.picture
import static dev.beranda.bootstrap.journey.AvatarIT.pngOf

/** What posts are written with. */
class MediaIT extends JourneySpecification implements Newsroom {

    def author = somebody(Role.AUTHOR)
    def other = somebody(Role.AUTHOR)
    def editor = somebody(Role.EDITOR)
    def reader = somebody(Role.READER)

    def "a picture is brought, and shown to everybody: #type"() {
        when:
        def answer = bring(author, picture(1200, 600, type), [alt: 'A boat'])
        def medium = answer.body

        then:
        answer.status == 201
        answer.header('location') == medium.url
        answer.header('etag') == '"0"'
        medium.url == "/api/media/$medium.id"
        [medium.type, medium.width, medium.height, medium.alt] == ["image/$type", 1200, 600, 'A boat']
        medium.srcset == [320, 640, 1024, 1200].collect { "$medium.url/$it ${it}w" }.join(', ')
        medium.src == "$medium.url/1200"
        medium.variants*.type.countBy { it } == ['image/jpeg': 4, 'image/webp': 4]
        medium.bytes == medium.variants*.bytes.sum()

        and:
        with(visitor().get(medium.url)) {
            body == medium
            header('etag') == '"0"'
            header('cache-control') == 'public, max-age=60'
        }
        visitor().get(medium.url, ['If-None-Match': '"0"']).status == 304

        and:
        medium.variants.every {
            def (headers, bytes) = visitor().download(it.url)
            assert headers['content-type'] == [it.type]
            assert bytes.length == it.bytes
            assert headers['cache-control'] == ['public, max-age=31536000, immutable']
            assert headers['x-content-type-options'] == ['nosniff']
            assert headers['content-disposition'] == ['inline']
            assert headers['content-security-policy'] == ["default-src 'none'; frame-ancestors 'none'"]
            assert headers['cross-origin-resource-policy'] == ['cross-origin']
            assert !headers['vary']
            true
        }

        where:
        type << ['png', 'jpeg', 'gif']
    }

    def "who accepts WebP gets WebP, of the width that will do"() {
        given:
        def url = bring(author, picture(800, 400, 'png')).body.url

        expect:
        shown("$url/$width", accept) == [type, wide]

        where:
        width | accept                          || type         | wide
        640   | 'image/avif,image/webp,*/*'     || 'image/webp' | null
        640   | '*/*'                           || 'image/jpeg' | 640
        641   | '*/*'                           || 'image/jpeg' | 800
        3840  | 'image/*'                       || 'image/jpeg' | 800
        16    | 'image/jpeg'                    || 'image/jpeg' | 320
    }

    def "who has it already is told so, and caches are told what it depends on"() {
        given:
        def url = bring(author, picture(400, 400, 'png')).body.url
        def (headers, _) = visitor().download("$url/320")

        expect:
        headers['vary'].contains('Accept')
        with(visitor().get("$url/320", ['If-None-Match': headers['etag'].first()])) {
            status == 304
            header('cache-control') == 'public, max-age=31536000, immutable'
        }
    }

    def "nothing stays open behind who only asks, or leaves in the middle"() {
        given:
        def url = bring(author, noise(1500, 1000)).body.url
        def head = "%s $url/1500.jpg HTTP/1.1\r\nHost: localhost\r\n\r\n"

        when:
        20.times {
            ['GET', 'HEAD'].each { method ->
                new Socket('127.0.0.1', nodes[0].port).withCloseable {
                    it.outputStream << String.format(head, method)
                    assert it.inputStream.readNBytes(200).length == 200
                }
            }
        }

        then:
        withinASecond { openFiles() == [] }
    }

    def "what is not there is not found: #path"() {
        given:
        def url = bring(author, picture(100, 100, 'png')).body.url

        expect:
        visitor().get(path.replace('URL', url)).status == 404

        where:
        path << ["/api/media/${UUID.randomUUID()}", "/api/media/${UUID.randomUUID()}/640", '/api/media/x', '/api/media/x/640', 'URL/0',
                 'URL/640px', 'URL/640.png', 'URL/640.svg', 'URL/99999', 'URL/064']
    }

    def "who may not write brings nothing, and nobody waits for what they bring: #who"() {
        given:
        def visitor = [nobody: visitor(), reader: reader][who]

        expect:
        with(bring(visitor, new byte[9_000_000])) {
            it.status == status
            body.code == code
        }

        where:
        who      || status | code
        'nobody' || 401    | 'unauthenticated'
        'reader' || 403    | 'forbidden'
    }

    def "by a cookie alone nobody brings anything"() {
        expect:
        bring(visitor(), picture(10, 10, 'png'), [:], ['Cookie': "__Host-beranda_access=$author.access"]).with {
            status == 403 && body.code == 'csrf_failed'
        }
    }

    def "what is no picture, or none for here, is refused and leaves nothing: #what"() {
        given:
        def before = mine(author)

        when:
        def answer = bring(author, file, [:], [:], name)

        then:
        answer.status == status
        answer.body.code == code
        mine(author) == before

        where:
        what               | file                                            | name             || status | code
        'SVG'              | '<svg xmlns="x"><script>1</script></svg>'.bytes | 'a.png'          || 415    | 'unsupported_media_type'
        'a page'           | '<!doctype html><script>alert(1)</script>'.bytes | 'a.gif'         || 415    | 'unsupported_media_type'
        'a PDF'            | '%PDF-1.7'.bytes                                | 'a.pdf'          || 415    | 'unsupported_media_type'
        'a ZIP'            | 'PK\u0003\u0004'.bytes                          | 'a.png'          || 415    | 'unsupported_media_type'
        '50000 x 50000'    | pngOf(50_000, 50_000)                           | 'a.png'          || 422    | 'picture_too_large'
        'no pixels'        | pngOf(64, 64)                                   | 'a.png'          || 422    | 'picture_broken'
        'GIF and a script' | ('GIF89a/*' + 'x' * 50 + '*/=1;alert(1)').bytes | 'a.js'           || 422    | 'picture_broken'
        'a truncated PNG'  | picture(300, 300, 'png').toList().take(60) as byte[] | 'a.png'     || 422    | 'picture_broken'
        'nothing'          | new byte[0]                                     | 'a.png'          || 422    | 'validation_failed'
        'more than 10 MiB' | new byte[11 * 1024 * 1024]                      | 'a.png'          || 413    | 'payload_too_large'
    }

    def "what the file is called, and what it is said to be, is nothing to us: #name"() {
        expect:
        with(bring(author, picture(20, 20, 'png'), [:], [:], name, 'text/html')) {
            status == 201
            body.type == 'image/png'
            !text.contains('passwd')
        }

        where:
        name << ['../../etc/passwd', 'a%00.png', 'x' * 300, 'a%0D%0ASet-Cookie: x=y', 'a.svg', '']
    }

    def "nothing of the file is kept but what can be seen"() {
        given:
        def jpeg = picture(600, 400, 'jpeg').toList()
        def exif = 'Exif\0\0GPS canary'.bytes.toList()
        def file = (jpeg[0..1] + [0xFF, 0xE1, 0, exif.size() + 2].collect { (byte) it } + exif + jpeg[2..-1] + '<script>canary</script>'.bytes.toList()) as byte[]

        expect:
        bring(author, file).body.variants.every { !new String(visitor().download(it.url)[1] as byte[], 'ISO-8859-1').contains('canary') }
    }

    def "what is no form is refused: #what"() {
        expect:
        with(author.send('POST', '/api/media', body.bytes, ['Content-Type': type])) {
            it.status == status
            it.body.code == code
        }

        where:
        what               | type                              | body                                                   || status | code
        'JSON'             | 'application/json'                | '{}'                                                   || 415    | 'unsupported_media_type'
        'a picture itself' | 'image/png'                       | 'x'                                                    || 415    | 'unsupported_media_type'
        'no boundary'      | 'multipart/form-data'             | 'x'                                                    || 400    | 'malformed_form'
        'cut in the middle' | 'multipart/form-data; boundary=b' | '--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nabc' || 400 | 'malformed_form'
        'a field too many' | 'multipart/form-data; boundary=b' | '--b\r\nContent-Disposition: form-data; name="owner_id"\r\n\r\nx\r\n--b--' || 400 | 'unknown_field'
    }

    def "authors look after their own, editors after all"() {
        given:
        def url = bring(author, picture(50, 50, 'png')).body.url

        expect:
        visitor().patch(url, [alt: 'x']).status == 401
        visitor().delete(url).status == 401
        [reader, other].each {
            assert it.patch(url, [alt: 'x']).status == 403
            assert it.delete(url).status == 403
        }

        and:
        with(author.patch(url, [alt: 'A boat'], ['If-Match': '"0"'])) {
            status == 200
            body.alt == 'A boat'
            header('etag') == '"1"'
        }
        author.patch(url, [alt: 'A ship'], ['If-Match': '"0"']).status == 412
        author.delete(url, ['If-Match': '"0"']).status == 412
        author.patch(url, [alt: 'a\nb']).flaws == [alt: ['alt_invalid']]
        author.patch(url, [alt: 'x', owner_id: 'y']).status == 400
        editor.patch(url, [alt: null]).body.alt == null
        editor.delete(url).status == 204
        author.delete(url).status == 404
        visitor().get(url).status == 404
        visitor().get("$url/320").status == 404
    }

    def "authors list their own, editors all, in pages"() {
        given:
        def mine = (1..3).collect { bring(author, picture(20, 20, 'png')).body }
        def others = bring(other, picture(20, 20, 'png')).body

        expect:
        visitor().get('/api/media').status == 401
        reader.get('/api/media').status == 403
        with(author.get('/api/media?count=true')) {
            body.items*.id == mine.reverse()*.id
            body.total == 3
            body.items*.owner_id.unique().size() == 1
        }
        editor.get('/api/media?limit=4').body.items*.id == [others.id] + mine.reverse()*.id
        editor.get('/api/media?mine=true').body.items == []

        when:
        def first = author.get('/api/media?limit=2')
        def second = author.get("/api/media?limit=2&cursor=$first.body.next_cursor")

        then:
        first.header('link')
        (first.body.items + second.body.items)*.id == mine.reverse()*.id
        second.body.next_cursor == null
        other.get("/api/media?limit=0").body.code == 'invalid_limit'
        other.get("/api/media?owner=x").body.code == 'unknown_field'
    }

    def "the export says what somebody brought; when they are forgotten, what posts show stays, as nobody's, and nothing else"() {
        given:
        def account = author.register()
        Town.allow(account.email, role: Role.AUTHOR)
        def leaver = visitor()
        leaver.logIn(account)
        def media = (1..5).collect { bring(leaver, picture(50, 50, 'png'), [alt: "Boat $it".toString()]).body }
        def (shown, cover, taken, drafted, unused) = media

        expect:
        leaver.get('/api/me/export', [Accept: 'application/json']).body.media.media*.alt.toSet() == media*.alt.toSet()

        and: "with each picture, as wide as it can be had"
        def wide = bring(leaver, picture(700, 350, 'jpeg')).body
        def files = enclosed(leaver)
        files.keySet() == (media + wide).collect { "media/${it.id}.jpg".toString() } as Set
        files["media/${wide.id}.jpg".toString()] == visitor().download("$wide.url/700.jpg")[1]

        when:
        publish(leaver, [body_markdown: "![A boat]($shown.url/50.jpg)", cover_media_id: cover.id])
        def post = publish(leaver, [body_markdown: "![A boat]($taken.url/50.jpg) ![A boat]($shown.url/50)"])
        leaver.patch("/api/posts/$post.id", [body_markdown: 'No boat any more.'])
        write(leaver, [body_markdown: "![A boat]($drafted.url/50.jpg)", cover_media_id: unused.id])
        Town.beans(0).getBean(Transactions).write {
            Town.beans(0).getBean(PersonalRecords).forget(
                    new UserId(UUID.fromString(leaver.get('/api/me').body.id)))
        }

        then:
        [shown, cover].each { medium ->
            visitor().download("$medium.url/50.jpg")
            with(editor.get("/api/media/$medium.id")) {
                status == 200
                !body.owner_id
            }
        }
        [taken, drafted, unused].every { editor.get("/api/media/$it.id").status == 404 }
    }

    def "who asks again, not knowing whether it arrived, has brought it once"() {
        given:
        def file = picture(40, 40, 'png')
        def key = ['Idempotency-Key': UUID.randomUUID() as String]

        when:
        def answers = Crowd.of(5) { bring(author, file, [alt: 'A boat'], key) }

        then:
        answers*.status.unique() == [201]
        answers*.body.unique().size() == 1
        answers*.header('location').unique().size() == 1
        mine(author) == [answers[0].body.id]
        bring(author, file, [alt: 'A ship'], key).body.code == 'idempotency_key_reused'
    }

    def "of many who bring at once no more than the quota is kept"() {
        given:
        def node = Town.open(TestDatabase.fresh(), [BERANDA_MEDIA_QUOTA: '1'])
        def guest = new Visitor(node.uri, description(nodes[0]))
        def account = guest.register()
        def users = node.house.application().getBean(Users)
        node.house.application().getBean(ChangeAuthority).change(
                new ChangeAuthority.Command(
                        new Actor(new UserId(UUID.randomUUID()), Role.ADMIN),
                        new Origin(new ClientAddress('192.0.2.1', '192.0.2.1'), 'town'),
                        users.find(new EmailAddress(account.email)).get().id(),
                        new BasedOn.Any(), Role.AUTHOR, null))
        guest.logIn(account)
        def file = noise(500, 400)
        def size = bring(guest, file).body.bytes as long

        when:
        def answers = Crowd.of(12) { bring(guest, file) }
        while (answers*.status.any { it in [429, 503] }) {
            answers = answers.collect { it.status in [429, 503] ? bring(guest, file) : it }
        }

        then:
        answers.count { it.status == 201 } == (1024 * 1024).intdiv(size) - 1
        answers.findAll { it.status != 201 }.every { it.body.code == 'quota_exceeded' }
        Files.walk(folderOf(node)).withCloseable { it.filter { Files.isRegularFile(it) }.toList().size() } ==
                (1024 * 1024).intdiv(size) * 4

        cleanup:
        Town.close(node)
    }

    /** Of media, where the system tells. */
    private static List<String> openFiles() {
        def told = Path.of('/proc/self/fd')
        !Files.isDirectory(told) ? [] : Files.list(told).withCloseable { descriptors ->
            descriptors.toList().findResults {
                try {
                    Files.readSymbolicLink(it).toString()
                } catch (IOException gone) {
                    null
                }
            }.findAll { it ==~ '.*/media/[0-9a-f]{6}/.*' }
        }
    }

    private static Path folderOf(node) {
        node.house.application().getBean(Settings).dataFolder().resolve('media')
    }

    private Visitor somebody(Role role) {
        def visitor = visitor()
        def account = visitor.register()
        if (role != Role.READER) {
            Town.allow(account.email, role: role)
        }
        visitor.logIn(account)
        visitor
    }

    private static Map<String, byte[]> enclosed(Visitor who) {
        def files = [:]
        new ZipInputStream(new ByteArrayInputStream(who.download('/api/me/export')[1] as byte[])).withCloseable { zip ->
            for (def entry = zip.nextEntry; entry; entry = zip.nextEntry) {
                if (entry.name.contains('/')) {
                    files[entry.name] = zip.readAllBytes()
                }
            }
        }
        files
    }

    private static List<String> mine(Visitor who) {
        who.get('/api/media').body.items*.id
    }

    private List shown(String url, String accept) {
        def (headers, bytes) = visitor().download(url, [Accept: accept])
        def image = headers['content-type'] == ['image/jpeg'] ? ImageIO.read(new ByteArrayInputStream(bytes)) : null
        [headers['content-type'].first(), image?.width]
    }

    static Answer bring(Visitor who, byte[] file, Map<String, String> fields = [:], Map<String, String> headers = [:], String name = 'a.png', String type = 'image/png') {
        def boundary = '----boundary7MA4YWxkTrZu0gW'
        def body = new ByteArrayOutputStream()
        fields.each { field, value ->
            body.write("--$boundary\r\nContent-Disposition: form-data; name=\"$field\"\r\n\r\n$value\r\n".getBytes('UTF-8'))
        }
        body.write("--$boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"$name\"\r\nContent-Type: $type\r\n\r\n".getBytes('UTF-8'))
        body.write(file)
        body.write("\r\n--$boundary--\r\n".getBytes('UTF-8'))
        who.send('POST', '/api/media', body.toByteArray(), ['Content-Type': "multipart/form-data; boundary=$boundary".toString()] + headers)
    }

    static byte[] noise(int width, int height) {
        def random = new Random(1)
        def image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)
        image.setRGB(0, 0, width, height, (0..<width * height).collect { random.nextInt(0xFFFFFF) } as int[], 0, width)
        def bytes = new ByteArrayOutputStream()
        assert ImageIO.write(image, 'png', bytes)
        bytes.toByteArray()
    }
}
