package dev.beranda.adapter.web.http;

import dev.beranda.domain.shared.ClientAddress;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/// The bits of an address, whichever way it was written: an IPv4 address wrapped in IPv6 is the IPv4 address.
final class IpAddress {

    private static final int V4 = 4;
    private static final int V6 = 16;
    private static final int MAPPED = 12;
    private static final int NETWORK_BITS = 64;

    private final byte[] bits;

    private IpAddress(byte[] bits) {
        this.bits = bits;
    }

    static IpAddress of(InetAddress address) {
        return new IpAddress(unwrapped(address.getAddress()));
    }

    /// Literals only: a name would make a stranger's header ask our resolver.
    static Optional<IpAddress> parse(String text) {
        if (text.indexOf('%') >= 0 || hasPaddedOctet(text)) {
            return Optional.empty();
        }
        return Optional.ofNullable(NetUtil.createByteArrayFromIpAddressString(text))
                .map(bits -> new IpAddress(unwrapped(bits)));
    }

    /// `010.0.0.1` is eight to some readers and ten to others.
    private static boolean hasPaddedOctet(String text) {
        for (int i = text.indexOf('.') < 0 ? text.length() : text.lastIndexOf(':') + 1; i < text.length() - 1; i++) {
            boolean starts = i == 0 || !Character.isDigit(text.charAt(i - 1));
            if (starts && text.charAt(i) == '0' && Character.isDigit(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] unwrapped(byte[] bits) {
        return isMapped(bits) ? Arrays.copyOfRange(bits, MAPPED, V6) : bits;
    }

    private static boolean isMapped(byte[] bits) {
        if (bits.length != V6 || bits[10] != -1 || bits[11] != -1) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (bits[i] != 0) {
                return false;
            }
        }
        return true;
    }

    int width() {
        return bits.length * Byte.SIZE;
    }

    boolean shares(IpAddress other, int prefix) {
        return bits.length == other.bits.length && Arrays.equals(masked(prefix), other.masked(prefix));
    }

    ClientAddress asClient() {
        String value = text(bits);
        return new ClientAddress(value, bits.length == V4 ? value : text(masked(NETWORK_BITS)) + "/" + NETWORK_BITS);
    }

    private byte[] masked(int prefix) {
        byte[] masked = bits.clone();
        for (int bit = prefix; bit < width(); bit++) {
            masked[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        return masked;
    }

    private static String text(byte[] bits) {
        try {
            return NetUtil.toAddressString(InetAddress.getByAddress(bits));
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("neither 4 nor 16 bytes", e);
        }
    }
}
