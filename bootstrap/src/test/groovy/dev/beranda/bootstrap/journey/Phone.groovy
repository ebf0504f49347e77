package dev.beranda.bootstrap.journey

import java.nio.ByteBuffer
import java.time.Instant
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

/** An authenticator app: knows a secret and the time, and nothing of our code. */
class Phone {

    private final byte[] key

    Phone(String secret) {
        def bits = secret.collect { Integer.toString('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(it), 2).padLeft(5, '0') }.join()
        key = (0..<bits.length().intdiv(8)).collect { (byte) Integer.parseInt(bits[it * 8..it * 8 + 7], 2) } as byte[]
    }

    /** What it shows, or will in so many half minutes: what a server takes whose clock is that much behind. */
    String code(int later = 0) {
        def mac = Mac.getInstance('HmacSHA1').with {
            init(new SecretKeySpec(key, 'raw'))
            doFinal(ByteBuffer.allocate(8).putLong(Instant.now().epochSecond.intdiv(30) + later).array())
        }
        def offset = mac[19] & 0xf
        def number = (mac[offset] & 0x7f) << 24 | (mac[offset + 1] & 0xff) << 16 | (mac[offset + 2] & 0xff) << 8 | mac[offset + 3] & 0xff
        String.format('%06d', number % 1_000_000)
    }

    /** Six digits that it does not show now, nor soon. */
    String wrongCode() {
        def shown = (-3..3).collect { code(it) }
        (0..9).collect { "00000$it".toString() }.find { !(it in shown) }
    }
}
