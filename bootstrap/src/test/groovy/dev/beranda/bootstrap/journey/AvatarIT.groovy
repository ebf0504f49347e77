package dev.beranda.bootstrap.journey

import java.awt.image.BufferedImage
import java.nio.ByteBuffer
import java.util.zip.CRC32
import javax.imageio.ImageIO

/** The pictures people show of themselves. */
class AvatarIT extends JourneySpecification {

    def guest = visitor()
    def account = guest.register()
    def login = guest.logIn(account)

    def "a picture is shown to everybody, in four widths, made anew: #type"() {
        when:
        def answer = put(picture(300, 200, type.split('/').last()), type)

        then:
        answer.status == 200
        answer.body.avatar_url ==~ '/api/avatars/[0-9a-f-]{36}/256'
        withinASecond { guest.at(nodes[1]).get('/api/me').body == answer.body }
        visitor(1).get("/api/users/$account.username").body.avatar_url == answer.body.avatar_url

        and:
        [64, 128, 256, 512].every { width ->
            def (headers, bytes) = visitor(1).download(answer.body.avatar_url.replace('/256', "/$width"))
            assert headers['content-type'] == ['image/jpeg']
            assert headers['cache-control'] == ['public, max-age=86400, immutable']
            assert headers['x-content-type-options'] == ['nosniff']
            assert headers['content-disposition'] == ['inline']
            assert headers['content-security-policy'] == ["default-src 'none'; frame-ancestors 'none'"]
            assert headers['cross-origin-resource-policy'] == ['cross-origin']
            def image = ImageIO.read(new ByteArrayInputStream(bytes))
            assert [image.width, image.height] == [width, width]
            true
        }

        where:
        type << ['image/png', 'image/jpeg', 'image/gif']
    }

    def "administrators see it too, in the list and of one"() {
        given:
        def url = put(picture(20, 20, 'png')).body.avatar_url
        def admin = visitor(1)
        def office = admin.register()
        Town.allow(office.email, role: 'ADMIN')
        admin.logIn(office)

        expect:
        admin.get("/api/admin/users?q=$account.username").body.items*.avatar_url == [url]
        admin.get("/api/admin/users/$login.user.id").body.avatar_url == url
        admin.patch("/api/admin/users/$login.user.id", [role: 'author']).body.avatar_url == url
        !admin.get("/api/admin/users?q=$office.username").body.items[0].avatar_url
    }

    def "what it is its bytes say, whatever it is called"() {
        expect:
        put(picture(20, 20, 'png'), 'image/jpeg').status == 200
        put(picture(20, 20, 'jpeg'), 'application/octet-stream').status == 200
    }

    def "who has it already is told so"() {
        given:
        def url = put(picture(20, 20, 'png')).body.avatar_url
        def (headers, _) = visitor().download(url)

        expect:
        with(visitor().get(url, ['If-None-Match': headers['etag'].first()])) {
            status == 304
            header('cache-control') == 'public, max-age=86400, immutable'
        }
    }

    def "another picture is in another place, and the first is gone"() {
        given:
        def first = put(picture(20, 20, 'png')).body.avatar_url
        def second = put(picture(20, 20, 'jpeg')).body.avatar_url

        expect:
        first != second
        visitor().get(first).status == 404
        visitor().download(second)
    }

    def "who shows nothing any more shows nothing"() {
        given:
        def url = put(picture(20, 20, 'png')).body.avatar_url

        expect:
        2.times { assert guest.delete('/api/me/avatar').status == 204 }
        visitor(1).get(url).status == 404
        !guest.get('/api/me').body.avatar_url
    }

    def "the picture of who is shut out or leaves is gone with them: #how"() {
        given:
        def url = put(picture(20, 20, 'png')).body.avatar_url
        act(account, guest)

        expect:
        visitor(1).get(url).status == 404

        where:
        how        | act
        'shut out' | { account, guest -> Town.allow(account.email, disabled: true) }
        'leaving'  | { account, guest -> guest.send('DELETE', '/api/me', "{\"password\":\"$account.password\"}".bytes, ['Content-Type': 'application/json']) }
    }

    def "what is no picture, or none for here, is refused: #what"() {
        given:
        def before = guest.get('/api/me').body

        when:
        def answer = put(file, type)

        then:
        answer.status == status
        answer.body.code == code
        guest.get('/api/me').body == before

        where:
        what                | file                                            | type                        || status | code
        'SVG'               | '<svg xmlns="x"><script>1</script></svg>'.bytes | 'image/png'                 || 415    | 'unsupported_media_type'
        'SVG by its name'   | '<svg xmlns="x"></svg>'.bytes                   | 'image/svg+xml'             || 415    | 'unsupported_media_type'
        'a page'            | '<script>alert(1)</script>'.bytes               | 'image/gif'                 || 415    | 'unsupported_media_type'
        'JSON'              | '{}'.bytes                                      | 'application/json'          || 415    | 'unsupported_media_type'
        '50000 x 50000'     | pngOf(50_000, 50_000)                           | 'image/png'                 || 422    | 'picture_too_large'
        'no pixels'         | pngOf(64, 64)                                   | 'image/png'                 || 422    | 'picture_broken'
        'half a GIF'        | 'GIF89a/*'.bytes                                | 'image/gif'                 || 422    | 'picture_broken'
        'more than 5 MB'    | new byte[5 * 1024 * 1024 + 1]                   | 'image/png'                 || 413    | 'payload_too_large'
    }

    def "up to five megabytes are read"() {
        expect:
        put([*picture(20, 20, 'png'), *new byte[4_000_000]] as byte[]).status == 200
        guest.patch('/api/me', [bio: 'x' * 1_100_000]).status == 413
    }

    def "who names the version they saw loses nothing of another's"() {
        given:
        def seen = guest.get('/api/me').header('etag')
        def answers = Crowd.of(6) { i -> guest.at(nodes[i % 2]).send('PUT', '/api/me/avatar', picture(20 + i, 20, 'png'),
                ['Content-Type': 'image/png', 'If-Match': seen]) }

        expect:
        answers*.status.sort() == [200] + [412] * 5
        guest.send('DELETE', '/api/me/avatar', null, ['If-Match': seen]).status == 412
        visitor().download(guest.get('/api/me').body.avatar_url)
    }

    def "only who is somebody shows a picture, and nobody is found who is not there: #path"() {
        expect:
        visitor().send('PUT', '/api/me/avatar', picture(20, 20, 'png'), ['Content-Type': 'image/png']).status == 401
        visitor().get(path).status == 404

        where:
        path << ['/api/avatars/x/256', "/api/avatars/${UUID.randomUUID()}/256", '/api/avatars/x/255']
    }

    def "the export has the picture too"() {
        given:
        put(picture(20, 20, 'png'))

        when:
        def (_, bytes) = guest.download('/api/me/export')
        def zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(bytes))
        def names = []
        for (def entry = zip.nextEntry; entry; entry = zip.nextEntry) {
            names << entry.name
        }

        then:
        names.containsAll(['user.json', 'user/avatar-64.jpeg', 'user/avatar-512.jpeg'])
    }

    private Answer put(byte[] file, String type = 'image/png') {
        guest.send('PUT', '/api/me/avatar', file, ['Content-Type': type])
    }

    static byte[] picture(int width, int height, String kind) {
        def bytes = new ByteArrayOutputStream()
        assert ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), kind, bytes)
        bytes.toByteArray()
    }

    /** A head, and nothing behind it. */
    static byte[] pngOf(int width, int height) {
        def bytes = new ByteArrayOutputStream()
        bytes.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A].collect { (byte) it } as byte[])
        [IHDR: ByteBuffer.allocate(13).putInt(width).putInt(height).put([8, 2, 0, 0, 0] as byte[]).array(), IDAT: new byte[0], IEND: new byte[0]].each { name, content ->
            def crc = new CRC32()
            crc.update(name.bytes)
            crc.update(content)
            bytes.write(ByteBuffer.allocate(12 + content.length).putInt(content.length).put(name.bytes).put(content).putInt((int) crc.value).array())
        }
        bytes.toByteArray()
    }
}
