package dev.beranda.domain.media

import dev.beranda.domain.fixture.People
import dev.beranda.domain.media.PrintRoom.Development
import dev.beranda.domain.user.UserId
import java.time.Instant
import java.util.concurrent.atomic.AtomicLong

/** Media nobody has seen before. */
class Pictures {

    private static final AtomicLong COUNT = new AtomicLong()

    /** Given at that time, as far as names tell. */
    static MediaId newId(Instant at = People.NOW) {
        new MediaId(new UUID(at.toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE | COUNT.incrementAndGet()))
    }

    static Sheet sheet(int width = 320, Format format = Format.JPEG, byte[] content = [1, 2, 3]) {
        new Sheet(width, width.intdiv(2), format, content)
    }

    static Development.Developed developed(int bytes = 300) {
        new Development.Developed(Format.PNG, 640, 320, [
                sheet(320, Format.JPEG, new byte[bytes.intdiv(3)]),
                sheet(320, Format.WEBP, new byte[bytes.intdiv(3)]),
                sheet(640, Format.JPEG, new byte[bytes - 2 * bytes.intdiv(3)])])
    }

    static Medium of(UserId owner, int bytes = 300, String alt = '') {
        Medium.brought(newId(), owner, developed(bytes), new AltText(alt), People.NOW)
    }
}
