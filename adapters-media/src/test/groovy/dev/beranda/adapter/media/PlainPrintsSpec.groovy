package dev.beranda.adapter.media

import dev.beranda.domain.media.Format
import dev.beranda.domain.media.PrintRoom.Development
import dev.beranda.domain.media.Sheet
import java.awt.Color
import java.awt.image.BufferedImage
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.util.zip.CRC32
import spock.lang.Specification

import static dev.beranda.adapter.media.ImageDarkroomSpec.encoded
import static dev.beranda.adapter.media.ImageDarkroomSpec.exif
import static dev.beranda.adapter.media.ImageDarkroomSpec.joined
import static dev.beranda.adapter.media.ImageDarkroomSpec.withSegment

class PlainPrintsSpec extends Specification {

    def inspection = new PlainPrints()

    def "whatever is printed here is one of ours: #what"() {
        given:
        def developed = new ImagePrintRoom(new Places()).develop(encoded(image(width, height, alpha), 'png')) as Development.Developed

        expect:
        developed.sheets().size() > 1
        developed.sheets().every { inspection.isPlain(it) }

        where:
        what      | width | height | alpha
        'opaque'  | 700   | 400    | false
        'glass'   | 700   | 400    | true
        'small'   | 1     | 1      | false
        'narrow'  | 3     | 900    | true
    }

    def "whatever else is in it, it is not: #format #what"() {
        given:
        def sheet = sheets().find { it.print().format() == format }
        def other = spoil(sheet.content()) as byte[]

        expect:
        inspection.isPlain(sheet)
        !inspection.isPlain(new Sheet(sheet.print().width(), sheet.print().height(), format, other))

        where:
        format      | what             | spoil
        Format.JPEG | 'behind the end' | { joined(it, '<script>'.bytes) }
        Format.JPEG | 'cut off'        | { Arrays.copyOf(it, it.length - 1) }
        Format.JPEG | 'EXIF'           | { withSegment(it, exif(6, 'II')) }
        Format.JPEG | 'a comment'      | { withSegment(it, 'who was here'.bytes, 0xFE) }
        Format.JPEG | 'a profile'      | { withSegment(it, 'ICC_PROFILE'.bytes, 0xE2) }
        Format.JPEG | 'a thumbnail'    | { withSegment(it, ('JFIF\0' + 'x' * 40).bytes, 0xE0) }
        Format.JPEG | 'another format' | { sheets().find { one -> one.print().format() == Format.WEBP }.content() }
        Format.JPEG | 'no picture'     | { [0xFF, 0xD8, 0xFF, 0xD9] as byte[] }
        Format.JPEG | 'nothing'        | { [] as byte[] }
        Format.PNG  | 'behind the end' | { joined(it, 'x'.bytes) }
        Format.PNG  | 'cut off'        | { Arrays.copyOf(it, it.length - 1) }
        Format.PNG  | 'words'          | { withPart(it, 'tEXt', 'Author\0Ayu'.bytes) }
        Format.PNG  | 'EXIF'           | { withPart(it, 'eXIf', [1, 2, 3] as byte[]) }
        Format.PNG  | 'a wrong sum'    | { it[it.length - 5] ^= 1; it }
        Format.PNG  | 'only a head'    | { Arrays.copyOf(it, 8) }
        Format.WEBP | 'behind the end' | { joined(it, 'x'.bytes) }
        Format.WEBP | 'cut off'        | { Arrays.copyOf(it, it.length - 1) }
        Format.WEBP | 'EXIF'           | { withChunk(it, 'EXIF', exif(6, 'II')) }
        Format.WEBP | 'XMP'            | { withChunk(it, 'XMP ', '<x:xmpmeta/>'.bytes) }
        Format.WEBP | 'a picture more' | { bytes -> withChunk(bytes, 'VP8 ', Arrays.copyOfRange(bytes, 20, bytes.length)) }
        Format.WEBP | 'another head'   | { it[8] = (byte) 'X'; it }
    }

    def "of another size than it says, or of none of ours, it is not: #width x #height"() {
        given:
        def sheet = sheets().find { it.print().format() == format }

        expect:
        !inspection.isPlain(new Sheet(width, height, format, sheet.content()))

        where:
        [format, [width, height]] << [[Format.JPEG, Format.PNG, Format.WEBP], [[321, 200], [320, 201], [0, 0], [5000, 5000]]].combinations()
    }

    /** One of each format, 320 wide and 200 high. */
    private static List<Sheet> sheets() {
        def room = new ImagePrintRoom(new Places())
        def opaque = (room.develop(encoded(image(320, 200, false), 'png')) as Development.Developed).sheets()
        def glass = (room.develop(encoded(image(320, 200, true), 'png')) as Development.Developed).sheets()
        opaque + glass.findAll { it.print().format() == Format.PNG }
    }

    private static BufferedImage image(int width, int height, boolean alpha) {
        def image = new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
        def graphics = image.createGraphics()
        graphics.color = alpha ? new Color(200, 30, 30, 100) : new Color(200, 30, 30)
        graphics.fillRect(0, 0, Math.max(1, width.intdiv(2)), height)
        graphics.dispose()
        image
    }

    private static byte[] withPart(byte[] png, String name, byte[] content) {
        def crc = new CRC32()
        crc.update(name.bytes)
        crc.update(content)
        def part = ByteBuffer.allocate(content.length + 12).putInt(content.length).put(name.bytes).put(content).putInt((int) crc.value).array()
        joined(png[0..<33] as byte[], part, png[33..<png.length] as byte[])
    }

    private static byte[] withChunk(byte[] webp, String name, byte[] content) {
        def padded = content.length % 2 ? joined(content, [0] as byte[]) : content
        def chunk = ByteBuffer.allocate(padded.length + 8).order(ByteOrder.LITTLE_ENDIAN).put(name.bytes).putInt(content.length).put(padded).array()
        def whole = joined(webp, chunk)
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(4, whole.length - 8)
        whole
    }
}
