package dev.beranda.adapter.web.http;

import io.netty.handler.codec.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line for each answered request, under a name of its own so that it is turned on and off alone.
@Singleton
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("dev.beranda.access");
    private static final int LONGEST = 256;

    private final ClientAddresses addresses;

    AccessLog(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    boolean isOn() {
        return LOG.isInfoEnabled();
    }

    /// The address to write down; none is worked out while nobody writes.
    String client(SocketAddress peer, HttpHeaders headers) {
        return isOn() && peer instanceof InetSocketAddress socket
                ? addresses.of(socket, headers::getAll).value()
                : "";
    }

    void write(Visit visit, int status, long ended) {
        LOG.atInfo()
                .addKeyValue("method", printable(visit.method().name()))
                .addKeyValue("path", printable(visit.path()))
                .addKeyValue("status", status)
                .addKeyValue("duration_us", TimeUnit.NANOSECONDS.toMicros(ended - visit.begun()))
                .addKeyValue("client", visit.client())
                .addKeyValue(RequestInLogs.KEY, visit.id())
                .log("answered");
    }

    /// A refused request may have been spelt in any way at all.
    private static String printable(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return head.replaceAll("[^!-~]|[\"\\\\]", "?");
    }
}
