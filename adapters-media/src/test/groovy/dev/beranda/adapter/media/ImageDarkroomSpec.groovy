package dev.beranda.adapter.media

import dev.beranda.domain.user.Darkroom.Development
import dev.beranda.domain.user.Picture
import java.awt.image.BufferedImage
import java.nio.ByteBuffer
import java.util.zip.CRC32
import javax.imageio.IIOImage
import javax.imageio.ImageIO
import javax.imageio.ImageWriteParam
import spock.lang.Specification

class ImageDarkroomSpec extends Specification {

    static final int RED = 0xFFFF0000 as int
    static final int GREEN = 0xFF00FF00 as int
    static final int BLUE = 0xFF0000FF as int
    static final int WHITE = 0xFFFFFFFF as int

    /** A JPEG without a picture, which others may stand behind. */
    static final byte[] TABLES = [0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0, *([1] * 64), 0xFF, 0xD9].collect { (byte) it }

    def darkroom = new ImageDarkroom(new Places())

    def "every kind becomes square pictures in four widths: #kind #width x #height"() {
        when:
        def pictures = developed(encoded(corners(width, height), kind))

        then:
        pictures*.width() == [64, 128, 256, 512]
        pictures*.format().unique() == [Picture.Format.JPEG]
        pictures.every { read(it).with { image -> image.width == it.width() && image.height == it.width() } }
        cornersOf(read(pictures.last())) == ['red', 'green', 'blue', 'white']

        where:
        kind   | width | height
        'jpeg' | 600   | 600
        'png'  | 2000  | 2000
        'gif'  | 40    | 40
        'png'  | 3000  | 3000
    }

    def "what is not square is cut to the middle"() {
        given:
        def wide = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB)
        fill(wide, 0, 0, 300, 300, RED)
        fill(wide, 300, 0, 300, 300, GREEN)
        fill(wide, 600, 0, 300, 300, RED)

        expect:
        cornersOf(read(developed(encoded(wide, 'png')).last())).unique() == ['green']
    }

    def "what can be seen through stays so"() {
        given:
        def image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB)
        fill(image, 0, 0, 50, 100, RED)

        when:
        def pictures = developed(encoded(image, 'png'))
        def seen = read(pictures.last())

        then:
        pictures*.format().unique() == [Picture.Format.PNG]
        seen.getRGB(500, 256) >>> 24 == 0
        seen.getRGB(10, 256) == RED
    }

    def "a picture is turned as its camera says: #orientation"() {
        given:
        def jpeg = encoded(corners(64, 64), 'jpeg')
        def turned = withSegment(jpeg, exif(orientation, order))

        expect:
        cornersOf(read(developed(turned).last())) == corners

        where:
        orientation | order || corners
        1           | 'MM'  || ['red', 'green', 'blue', 'white']
        2           | 'MM'  || ['green', 'red', 'white', 'blue']
        3           | 'II'  || ['white', 'blue', 'green', 'red']
        4           | 'MM'  || ['blue', 'white', 'red', 'green']
        5           | 'MM'  || ['red', 'blue', 'green', 'white']
        6           | 'II'  || ['blue', 'red', 'white', 'green']
        7           | 'MM'  || ['white', 'green', 'blue', 'red']
        8           | 'MM'  || ['green', 'white', 'red', 'blue']
        9           | 'MM'  || ['red', 'green', 'blue', 'white']
        0           | 'II'  || ['red', 'green', 'blue', 'white']
    }

    def "an EXIF that lies about itself turns nothing and stops nothing: #bytes.length"() {
        expect:
        cornersOf(read(developed(withSegment(encoded(corners(64, 64), 'jpeg'), bytes)).last())) == ['red', 'green', 'blue', 'white']

        where:
        bytes << [
                new byte[0],
                'Exif'.bytes,
                'Exif\0\0'.bytes,
                'Exif\0\0MM\0*'.bytes,
                ('Exif\0\0MM\0*'.bytes as List) + ([0x7F, -1, -1, -1] as List) as byte[],
                ('Exif\0\0MM\0*'.bytes as List) + ([0, 0, 0, 8, -1, -1] as List) as byte[],
                ('Exif\0\0MM\0*'.bytes as List) + ([-1, -1, -1, -1] as List) as byte[],
        ]
    }

    def "nothing of the file is kept but what can be seen: #what"() {
        when:
        def pictures = developed(file)

        then:
        pictures.every { !new String(it.content(), 'ISO-8859-1').contains('canary') }

        where:
        what                 | file
        'EXIF'               | withSegment(encoded(corners(64, 64), 'jpeg'), 'Exif\0\0canary'.bytes)
        'a comment'          | withSegment(encoded(corners(64, 64), 'jpeg'), 'canary'.bytes, 0xFE)
        'text in a PNG'      | withChunk(encoded(corners(64, 64), 'png'), 'tEXt', 'Comment\0canary'.bytes)
        'a script behind it' | joined(encoded(corners(64, 64), 'gif'), '/*canary*/alert(1)'.bytes)
        'a page behind it'   | joined(encoded(corners(64, 64), 'png'), '<script>canary</script>'.bytes)
    }

    def "of a moving picture the first frame is shown"() {
        given:
        def bytes = new ByteArrayOutputStream()
        def writer = ImageIO.getImageWritersByFormatName('gif').next()
        writer.output = ImageIO.createImageOutputStream(bytes)
        writer.prepareWriteSequence(null)
        [GREEN, RED].each { colour ->
            def frame = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB)
            fill(frame, 0, 0, 20, 20, colour)
            writer.writeToSequence(new IIOImage(frame, null, null), null)
        }
        writer.endWriteSequence()
        writer.output.close()

        expect:
        cornersOf(read(developed(bytes.toByteArray()).last())).unique() == ['green']
    }

    def "what is no picture is none, whatever it is called: #what"() {
        expect:
        darkroom.develop(file) instanceof Development.NoPicture

        where:
        what         | file
        'nothing'    | new byte[0]
        'one byte'   | [(byte) 0xFF] as byte[]
        'SVG'        | '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'.bytes
        'a page'     | '<!doctype html><script>alert(1)</script>'.bytes
        'a WAV'      | 'RIFF\0\0\0\0WAVEfmt '.bytes
        'BMP'        | 'BM000000'.bytes
        'a ZIP'      | 'PK\u0003\u0004'.bytes
        'an EXE'     | 'MZ'.bytes
    }

    def "who says they are too large is not unpacked: #what"() {
        expect:
        darkroom.develop(file) instanceof Development.TooLarge

        where:
        what                             | file
        '50000 x 50000 PNG'              | pngOf(50_000, 50_000)
        'a very long PNG'                | pngOf(1_000_000, 1)
        'more than forty megapixels'     | pngOf(8_000, 5_001)
        '65000 x 65000 JPEG'             | sized(encoded(corners(16, 16), 'jpeg'), 0xC0, 65_000, 65_000)
        '65535 x 65535 GIF'              | gifOf(65_535, 65_535)
        'a progressive JPEG, too finely' | sized(progressive(corners(16, 16)), 0xC2, 4_200, 3_001)
    }

    def "a progressive JPEG is read"() {
        expect:
        cornersOf(read(developed(progressive(corners(300, 300))).last())) == ['red', 'green', 'blue', 'white']
    }

    def "who says a JPEG comes all at once in other words is not unpacked either: #what"() {
        expect:
        darkroom.develop(file) instanceof Development.TooLarge

        where:
        what                        | file
        'bytes that fill'           | filled(sized(progressive(corners(16, 16)), 0xC2, 4_200, 3_001), 0xC2)
        'something in between'      | filled(sized(progressive(corners(16, 16)), 0xC2, 4_200, 3_001), 0xC2, [7, 0, 0xFF, 0])
        'a scan for each colour'    | sized(colourByColour(corners(16, 16)), 0xC0, 4_200, 3_001)
        'a scan of one colour'      | sized(colourByColour(corners(16, 16), 1), 0xC0, 4_200, 3_001)
        'a scan more than it takes' | scannedTwice(sized(encoded(corners(16, 16), 'jpeg'), 0xC0, 4_200, 3_001))
        'tables before the picture' | joined(TABLES, sized(progressive(corners(16, 16)), 0xC2, 4_200, 3_001))
    }

    def "a JPEG of more scans than anybody makes is not unpacked: #scans of #width x #width"() {
        expect:
        darkroom.develop(withScans(sized(progressive(noise(64)), 0xC2, width, width), scans, between)).class == outcome

        where:
        scans | width | between                              || outcome
        54    | 64    | []                                   || Development.Developed
        55    | 64    | []                                   || Development.TooLarge
        55    | 64    | [0xFF, 0xFF, 0xFF]                   || Development.TooLarge
        55    | 64    | [1, 0xFF, 0, 0xFF, 0xD0, 0xFF, 1]    || Development.TooLarge
        55    | 64    | [0xFF, 2, 0xFF, 0xFF, 0, 0xFF, 0xFE, 0, 0] || Development.TooLarge
        11    | 3_500 | []                                   || Development.TooLarge
    }

    def "what is within a JPEG, or behind it, is no scan of it: #what"() {
        expect:
        darkroom.develop(file) instanceof Development.Developed

        where:
        what                       | file
        'nothing'                  | sized(encoded(corners(16, 16), 'jpeg'), 0xC0, 4_200, 3_001)
        'a small one in its EXIF'  | withSegment(sized(encoded(corners(16, 16), 'jpeg'), 0xC0, 4_200, 3_001), progressive(corners(16, 16)))
        'a second one'             | joined(sized(encoded(corners(16, 16), 'jpeg'), 0xC0, 4_200, 3_001), progressive(corners(16, 16)))
        'a scan for each colour'   | colourByColour(corners(16, 16))
    }

    def "what cannot be read is said to be so: #what"() {
        expect:
        darkroom.develop(file) instanceof Development.Broken

        where:
        what                    | file
        'a head alone'          | encoded(corners(64, 64), 'png').toList().take(40) as byte[]
        'no pixels'             | pngOf(64, 64)
        'no size'               | pngOf(0, 64)
        'nonsense after a JPEG' | [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3].collect { (byte) it } as byte[]
        'GIF and no more'       | 'GIF89a'.bytes
        'GIF and a script'      | ('GIF89a/*' + 'x' * 50 + '*/=1;alert(1)').bytes
    }

    def "many at once are done one after the other"() {
        given:
        def file = encoded(corners(1000, 1000), 'png')

        when:
        def results = (1..12).collect { Thread.startVirtualThread { developed(file) } }*.join()

        then:
        results.size() == 12
        developed(file).size() == 4
    }

    private List<Picture> developed(byte[] file) {
        def development = darkroom.develop(file)
        assert development instanceof Development.Developed
        development.widths()
    }

    /** Red and green above, blue and white below. */
    static BufferedImage corners(int width, int height) {
        def image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)
        def (right, bottom) = [width.intdiv(2), height.intdiv(2)]
        fill(image, 0, 0, right, bottom, RED)
        fill(image, right, 0, width - right, bottom, GREEN)
        fill(image, 0, bottom, right, height - bottom, BLUE)
        fill(image, right, bottom, width - right, height - bottom, WHITE)
        image
    }

    static void fill(BufferedImage image, int x, int y, int width, int height, int colour) {
        if (width && height) {
            image.setRGB(x, y, width, height, ([colour] * (width * height)) as int[], 0, width)
        }
    }

    static List<String> cornersOf(BufferedImage image) {
        def (left, right) = [image.width.intdiv(8), image.width - 1 - image.width.intdiv(8)]
        def (top, bottom) = [image.height.intdiv(8), image.height - 1 - image.height.intdiv(8)]
        [[left, top], [right, top], [left, bottom], [right, bottom]].collect { x, y -> colourOf(image.getRGB(x, y)) }
    }

    static String colourOf(int pixel) {
        def named = [red: RED, green: GREEN, blue: BLUE, white: WHITE]
        named.keySet().min { name -> [16, 8, 0].sum { Math.abs((pixel >> it & 0xFF) - (named[name] >> it & 0xFF)) } }
    }

    static BufferedImage read(Picture picture) {
        ImageIO.read(new ByteArrayInputStream(picture.content()))
    }

    static byte[] encoded(BufferedImage image, String kind) {
        def bytes = new ByteArrayOutputStream()
        assert ImageIO.write(image, kind, bytes)
        bytes.toByteArray()
    }

    static byte[] progressive(BufferedImage image) {
        def bytes = new ByteArrayOutputStream()
        def writer = ImageIO.getImageWritersByFormatName('jpeg').next()
        def how = writer.defaultWriteParam
        how.progressiveMode = ImageWriteParam.MODE_DEFAULT
        writer.output = ImageIO.createImageOutputStream(bytes)
        writer.write(null, new IIOImage(image, null, null), how)
        writer.output.close()
        bytes.toByteArray()
    }

    static byte[] bytes(List<Integer> numbers) {
        numbers.collect { (byte) it }
    }

    static int markerIn(byte[] jpeg, int marker) {
        (0..<jpeg.length).find { jpeg[it] == (byte) 0xFF && jpeg[it + 1] == (byte) marker }
    }

    /** With something more before that marker. */
    static byte[] filled(byte[] jpeg, int marker, List<Integer> more = [0xFF, 0xFF]) {
        int at = markerIn(jpeg, marker)
        joined(jpeg[0..<at] as byte[], bytes(more), jpeg[at..-1] as byte[])
    }

    /** With as many scans more, which say nothing. */
    static byte[] withScans(byte[] jpeg, int scans, List<Integer> between) {
        def scan = bytes([*between, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0x10])
        joined(jpeg[0..-3] as byte[], joined([scan] * scans as byte[][]), jpeg[-2..-1] as byte[])
    }

    static byte[] scannedTwice(byte[] jpeg) {
        joined(jpeg[0..-3] as byte[], jpeg[markerIn(jpeg, 0xDA)..-1] as byte[])
    }

    /** So many of three colours, each in a scan of its own, all of them alike. */
    static byte[] colourByColour(BufferedImage image, int colours = 3) {
        def grey = new BufferedImage(image.width, image.height, BufferedImage.TYPE_BYTE_GRAY)
        grey.graphics.drawImage(image, 0, 0, null)
        def jpeg = encoded(grey, 'jpeg')
        int frame = markerIn(jpeg, 0xC0)
        int scan = markerIn(jpeg, 0xDA)
        def coloured = joined(bytes([0xFF, 0xC0, 0, 17]), jpeg[frame + 4..frame + 8] as byte[],
                bytes([3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]))
        def scans = (1..colours).collect { joined(bytes([0xFF, 0xDA, 0, 8, 1, it, 0, 0, 63, 0]), jpeg[scan + 10..-3] as byte[]) }
        joined(jpeg[0..<frame] as byte[], coloured, jpeg[frame + 13..<scan] as byte[], joined(scans as byte[][]), jpeg[-2..-1] as byte[])
    }

    static BufferedImage noise(int side) {
        def image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB)
        def random = new Random(7)
        image.setRGB(0, 0, side, side, (1..side * side).collect { random.nextInt() } as int[], 0, side)
        image
    }

    static byte[] joined(byte[]... parts) {
        def bytes = new ByteArrayOutputStream()
        parts.each { bytes.write(it) }
        bytes.toByteArray()
    }

    /** With one more segment behind the first marker. */
    static byte[] withSegment(byte[] jpeg, byte[] content, int marker = 0xE1) {
        int length = content.length + 2
        joined(jpeg[0..1] as byte[], [0xFF, marker, length >> 8, length & 0xFF].collect { (byte) it } as byte[], content,
                jpeg[2..-1] as byte[])
    }

    static byte[] exif(int orientation, String order) {
        def buffer = ByteBuffer.allocate(32)
        buffer.put('Exif\0\0'.bytes)
        buffer.put(order.bytes)
        buffer.order(order == 'II' ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN)
        buffer.putShort((short) 42).putInt(8).putShort((short) 1)
        buffer.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0)
        buffer.array()
    }

    static byte[] chunk(String name, byte[] content) {
        def crc = new CRC32()
        crc.update(name.bytes)
        crc.update(content)
        ByteBuffer.allocate(12 + content.length).putInt(content.length).put(name.bytes).put(content).putInt((int) crc.value).array()
    }

    static byte[] withChunk(byte[] png, String name, byte[] content) {
        joined(png[0..32] as byte[], chunk(name, content), png[33..-1] as byte[])
    }

    /** A head, and nothing behind it. */
    static byte[] pngOf(int width, int height) {
        def head = ByteBuffer.allocate(13).putInt(width).putInt(height).put([8, 2, 0, 0, 0] as byte[]).array()
        joined([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A].collect { (byte) it } as byte[],
                chunk('IHDR', head), chunk('IDAT', new byte[0]), chunk('IEND', new byte[0]))
    }

    static byte[] gifOf(int width, int height) {
        def gif = encoded(corners(4, 4), 'gif')
        int at = (0..<gif.length).find { gif[it] == (byte) 0x2C }
        [6, at + 5].each { place ->
            gif[place] = (byte) width
            gif[place + 1] = (byte) (width >> 8)
            gif[place + 2] = (byte) height
            gif[place + 3] = (byte) (height >> 8)
        }
        gif
    }

    /** The same, but its head says another size. */
    static byte[] sized(byte[] jpeg, int frame, int width, int height) {
        int at = markerIn(jpeg, frame)
        ByteBuffer.wrap(jpeg).putShort(at + 5, (short) height).putShort(at + 7, (short) width)
        jpeg
    }
}
