package dev.beranda.adapter.exchange

import dev.beranda.domain.exchange.Cargo
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

/** Files as people send them, and as they should not. */
class Zips {

    static byte[] of(Map<String, ?> files) {
        def out = new ByteArrayOutputStream()
        new ZipOutputStream(out).withCloseable { zip ->
            files.each { name, content ->
                zip.putNextEntry(new ZipEntry(name as String))
                zip.write(content instanceof byte[] ? content : content.toString().getBytes('UTF-8'))
                zip.closeEntry()
            }
        }
        out.toByteArray()
    }

    static Cargo cargo(byte[] bytes) {
        new Cargo(bytes.length, { Long from, Integer most -> Arrays.copyOfRange(bytes, from as int, from as int + most) })
    }

    static Cargo cargo(Map<String, ?> files) {
        cargo(of(files))
    }

    /** Changes the head of an entry in the list of contents. */
    static byte[] forged(byte[] zip, String name, Closure<?> change) {
        def bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN)
        def letters = name.getBytes('UTF-8')
        for (int at = 0; at < zip.length - 46; at++) {
            if (bytes.getInt(at) == 0x02014b50 && Arrays.equals(zip, at + 46, at + 46 + letters.length, letters, 0, letters.length)) {
                change(bytes.slice(at, 46).order(ByteOrder.LITTLE_ENDIAN))
                return bytes.array()
            }
        }
        throw new AssertionError("no $name in it" as Object)
    }

    /** As Unix would pack a symbolic link. */
    static byte[] linked(byte[] zip, String name) {
        forged(zip, name) { head ->
            head.putShort(4, (short) 0x0314)
            head.putInt(38, 0xA1FF << 16)
        }
    }
}
