package dev.beranda.adapter.media

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi
import dev.beranda.domain.media.Format
import dev.beranda.domain.media.PrintRoom.Development
import dev.beranda.domain.media.Sheet
import dev.beranda.domain.shared.Overloaded
import java.awt.color.ColorSpace
import java.awt.color.ICC_ColorSpace
import java.awt.color.ICC_Profile
import java.awt.image.BufferedImage
import java.util.concurrent.CountDownLatch
import javax.imageio.ImageIO
import spock.lang.Specification

import static dev.beranda.adapter.media.ImageDarkroomSpec.corners
import static dev.beranda.adapter.media.ImageDarkroomSpec.cornersOf
import static dev.beranda.adapter.media.ImageDarkroomSpec.encoded
import static dev.beranda.adapter.media.ImageDarkroomSpec.exif
import static dev.beranda.adapter.media.ImageDarkroomSpec.fill
import static dev.beranda.adapter.media.ImageDarkroomSpec.gifOf
import static dev.beranda.adapter.media.ImageDarkroomSpec.joined
import static dev.beranda.adapter.media.ImageDarkroomSpec.pngOf
import static dev.beranda.adapter.media.ImageDarkroomSpec.withChunk
import static dev.beranda.adapter.media.ImageDarkroomSpec.withSegment

class ImagePrintRoomSpec extends Specification {

    static final ORDER = ['red', 'green', 'blue', 'white']

    def places = new Places()
    def room = new ImagePrintRoom(places)

    def "a picture of #width x #height (#kind) can be had in #widths"() {
        when:
        def developed = developed(encoded(corners(width, height), kind))

        then:
        developed.width() == width
        developed.height() == height
        developed.was() == Format.ofWord(kind)
        developed.sheets()*.print()*.width().unique() == widths
        developed.sheets()*.print()*.format().countBy { it } == [(Format.JPEG): widths.size(), (Format.WEBP): widths.size()]
        developed.sheets().every {
            def image = read(it)
            assert [image.width, image.height] == [it.print().width(), it.print().height()]
            assert it.print().height() == Math.max(1, Math.round((float) (it.print().width() * height / width)))
            assert cornersOf(image) == ORDER
            true
        }

        where:
        kind   | width | height || widths
        'png'  | 2500  | 1250   || [320, 640, 1024, 1600, 2048]
        'jpeg' | 1024  | 768    || [320, 640, 1024]
        'gif'  | 700   | 300    || [320, 640, 700]
        'png'  | 200   | 100    || [200]
        'jpeg' | 320   | 320    || [320]
    }

    def "however high, a picture stays within bounds, and however thin, it stays one"() {
        expect:
        with(developed(encoded(corners(1000, 10_000), 'jpeg')).sheets().last().print()) {
            height() == 4096
            width() == 410
        }
        developed(encoded(new BufferedImage(1, 3, BufferedImage.TYPE_INT_RGB), 'png')).sheets()*.print()*.width() == [1, 1]
        developed(encoded(new BufferedImage(9000, 1, BufferedImage.TYPE_INT_RGB), 'png')).sheets()*.print()*.height().unique() == [1]
    }

    def "a picture is turned as its camera says: #orientation"() {
        given:
        def turned = developed(withSegment(encoded(corners(900, 300), 'jpeg'), exif(orientation, 'MM')))

        expect:
        [turned.width(), turned.height()] == size
        turned.sheets().every { cornersOf(read(it)) == corners }

        where:
        orientation || size       | corners
        1           || [900, 300] | ['red', 'green', 'blue', 'white']
        2           || [900, 300] | ['green', 'red', 'white', 'blue']
        3           || [900, 300] | ['white', 'blue', 'green', 'red']
        4           || [900, 300] | ['blue', 'white', 'red', 'green']
        5           || [300, 900] | ['red', 'blue', 'green', 'white']
        6           || [300, 900] | ['blue', 'red', 'white', 'green']
        7           || [300, 900] | ['white', 'green', 'blue', 'red']
        8           || [300, 900] | ['green', 'white', 'red', 'blue']
    }

    def "nothing of the file is kept but what can be seen: #what"() {
        expect:
        developed(file).sheets().every { !new String(it.content(), 'ISO-8859-1').contains('canary') }

        where:
        what                 | file
        'EXIF'               | withSegment(encoded(corners(64, 64), 'jpeg'), 'Exif\0\0canary'.bytes)
        'a comment'          | withSegment(encoded(corners(64, 64), 'jpeg'), 'canary'.bytes, 0xFE)
        'text in a PNG'      | withChunk(encoded(corners(64, 64), 'png'), 'tEXt', 'Comment\0canary'.bytes)
        'a script behind it' | joined(encoded(corners(64, 64), 'gif'), '/*canary*/alert(1)'.bytes)
        'a page behind it'   | joined(encoded(corners(64, 64), 'png'), '<script>canary</script>'.bytes)
        'XMP in a WebP'      | joined(webp(64, 64), 'XMP '.bytes, [8, 0, 0, 0] as byte[], 'canary!!'.bytes)
    }

    def "what can be seen through stays so, in both formats"() {
        given:
        def image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB)
        fill(image, 0, 0, 200, 400, ImageDarkroomSpec.RED)

        when:
        def sheets = developed(encoded(image, 'png')).sheets()

        then:
        sheets*.print()*.format() == [Format.PNG, Format.WEBP] * 2
        sheets.every {
            def seen = read(it)
            assert seen.getRGB(seen.width - 10, 100) >>> 24 == 0
            assert seen.getRGB(10, 100) >>> 24 == 0xFF
            true
        }
    }

    def "WebP pictures are read"() {
        given:
        def developed = developed(webp(800, 400))

        expect:
        developed.was() == Format.WEBP
        developed.sheets()*.print()*.width().unique() == [320, 640, 800]
        cornersOf(read(developed.sheets().last())) == ORDER
    }

    def "WebP pictures are turned as their camera says"() {
        given:
        def exif = exif(6, 'II')
        def turned = developed(extended(800, 400, joined(webp(800, 400)[12..-1] as byte[], chunk('EXIF', exif))))

        expect:
        [turned.width(), turned.height()] == [400, 800]
        cornersOf(read(turned.sheets().last())) == ['blue', 'red', 'white', 'green']
    }

    def "colours of a camera's own look the same afterwards"() {
        given:
        def space = new ICC_ColorSpace(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB))
        def model = new java.awt.image.ComponentColorModel(space, false, false, java.awt.Transparency.OPAQUE, java.awt.image.DataBuffer.TYPE_BYTE)
        def image = new BufferedImage(model, model.createCompatibleWritableRaster(1500, 1000), false, null)
        def grey = 0xFF808080 as int
        fill(image, 0, 0, 1500, 1000, grey)

        when:
        def seen = read(developed(encoded(image, 'jpeg')).sheets().first())

        then:
        Math.abs((seen.getRGB(100, 100) & 0xFF) - 0x80) < 6
    }

    def "what is no picture is none, whatever it is called: #what"() {
        expect:
        room.develop(file) instanceof Development.NoPicture

        where:
        what       | file
        'nothing'  | new byte[0]
        'one byte' | [(byte) 0xFF] as byte[]
        'SVG'      | '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'.bytes
        'a page'   | '<!doctype html><script>alert(1)</script>'.bytes
        'a PDF'    | '%PDF-1.7'.bytes
        'a ZIP'    | 'PK\u0003\u0004'.bytes
    }

    def "who says they are too large is not unpacked: #what"() {
        expect:
        room.develop(file) instanceof Development.TooLarge

        where:
        what                         | file
        '50000 x 50000 PNG'          | pngOf(50_000, 50_000)
        'more than forty megapixels' | pngOf(8_000, 5_001)
        '65535 x 65535 GIF'          | gifOf(65_535, 65_535)
        '16383 x 16383 WebP'         | webpOf(16_383, 16_383)
        'a small WebP, a large part' | extended(16, 16, webpOf(16_383, 16_383)[12..-1] as byte[])
        'the same, without loss'     | extended(16, 16, lossless(16_384, 16_384))
        'the same, in motion'        | extended(16, 16, frame(16, 16, lossless(16_384, 16_384)))
        'a frame of many pixels'     | extended(16, 16, frame(16_384, 16_384, new byte[0]))
    }

    def "what cannot be read is said to be so: #what"() {
        expect:
        room.develop(file) instanceof Development.Broken

        where:
        what               | file
        'half a PNG'       | half(encoded(noise(300, 300), 'png'))
        'no pixels'        | pngOf(64, 64)
        'GIF and a script' | ('GIF89a/*' + 'x' * 50 + '*/=1;alert(1)').bytes
        'WebP and no more' | 'RIFF\0\0\0\0WEBPVP8 '.bytes
        'a truncated WebP' | webp(64, 64).toList().take(40) as byte[]
    }

    def "a bomb of many lines costs no more than it says"() {
        expect:
        developed(encoded(new BufferedImage(4000, 3000, BufferedImage.TYPE_BYTE_GRAY), 'png')).sheets()*.print()*.width().max() == 2048
    }

    def "who comes when there is no room for more is sent away at once, though there is a place"() {
        given:
        def darkroom = new ImageDarkroom(places)
        def begun = new CountDownLatch(1)
        def go = new CountDownLatch(1)
        def first = Thread.startVirtualThread { places.take(new byte[30 * 1024 * 1024]) { begun.countDown(); go.await() } }
        begun.await()
        def file = encoded(corners(16, 16), 'png')

        when:
        darkroom.develop(joined(file, new byte[11 * 1024 * 1024]))

        then:
        thrown(Overloaded)

        when:
        darkroom.develop(file)

        then:
        noExceptionThrown()

        when:
        go.countDown()
        first.join()

        then:
        developed(joined(file, new byte[11 * 1024 * 1024]))
    }

    private Development.Developed developed(byte[] file) {
        def development = room.develop(file)
        assert development instanceof Development.Developed
        development
    }

    static BufferedImage read(Sheet sheet) {
        if (sheet.print().format() != Format.WEBP) {
            return ImageIO.read(new ByteArrayInputStream(sheet.content()))
        }
        def reader = new WebPImageReaderSpi().createReaderInstance(null)
        reader.input = ImageIO.createImageInputStream(new ByteArrayInputStream(sheet.content()))
        reader.read(0)
    }

    static byte[] webp(int width, int height) {
        new Printer().print(corners(width, height), Format.WEBP)
    }

    /** The same, but its head says another size. */
    static byte[] webpOf(int width, int height) {
        def file = webp(16, 16)
        int at = (0..<file.length).find { file[it] == (byte) 0x9D && file[it + 1] == 1 && file[it + 2] == (byte) 0x2A }
        [width, height].eachWithIndex { side, i ->
            file[at + 3 + 2 * i] = (byte) side
            file[at + 4 + 2 * i] = (byte) (side >> 8)
        }
        file
    }

    static byte[] chunk(String name, byte[] content) {
        joined(name.bytes, number(content.length, 4), content, new byte[content.length % 2])
    }

    /** A canvas, and what is on it. */
    static byte[] extended(int width, int height, byte[] chunks) {
        def flags = [0x08, 0, 0, 0].collect { (byte) it } as byte[]
        def content = joined('WEBP'.bytes, chunk('VP8X', joined(flags, number(width - 1, 3), number(height - 1, 3))), chunks)
        joined('RIFF'.bytes, number(content.length, 4), content)
    }

    static byte[] frame(int width, int height, byte[] chunks) {
        chunk('ANMF', joined(new byte[6], number(width - 1, 3), number(height - 1, 3), new byte[4], chunks))
    }

    /** A head that says how large it is. */
    static byte[] lossless(int width, int height) {
        chunk('VP8L', joined([0x2F] as byte[], number((width - 1) | (height - 1) << 14, 4), new byte[20]))
    }

    static byte[] number(long value, int bytes) {
        (0..<bytes).collect { (byte) (value >> 8 * it) } as byte[]
    }

    static BufferedImage noise(int width, int height) {
        def random = new Random(1)
        def image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB)
        (0..<width).each { x -> (0..<height).each { y -> image.setRGB(x, y, random.nextInt()) } }
        image
    }

    static byte[] half(byte[] file) {
        file.toList().take(file.length.intdiv(2)) as byte[]
    }
}
