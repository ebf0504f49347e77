package dev.beranda.adapter.web.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Gives every request the name under which it is found again, in the answer, in a problem document and in the logs.
///
/// The door settles the name before anything else happens and leaves it in the request's own header, in place of what
/// the client sent, so that whoever has the request has its name.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestIds {

    static final AsciiString HEADER = AsciiString.cached("X-Request-Id");

    private static final String CALLER = "beranda.caller";
    private static final int LONGEST = 128;

    private final ClientAddresses addresses;

    RequestIds(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    /// The id of this request; empty only where a request did not come in through the door.
    public static String of(HttpRequest<?> request) {
        String id = request.getHeaders().get(HEADER);
        return id == null ? "" : id;
    }

    /// Has the logs say whose request it is.
    public static void rememberCaller(HttpRequest<?> request, String user) {
        request.setAttribute(CALLER, user);
    }

    static Optional<String> callerOf(HttpRequest<?> request) {
        return request.getAttribute(CALLER, String.class);
    }

    @PreMatching
    @RequestFilter
    void follow(HttpRequest<?> request, MutablePropagatedContext context) {
        context.add(
                new RequestInLogs(request, of(request), addresses.of(request).value()));
    }

    /// Takes over an id that can do no harm wherever it is written, or makes one. It need not be a secret.
    static String settle(HttpHeaders headers) {
        List<String> sent = headers.getAll(HEADER);
        if (sent.size() == 1 && isAcceptable(sent.getFirst())) {
            return sent.getFirst();
        }
        String id = fresh();
        headers.set(HEADER, id);
        return id;
    }

    static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    private static boolean isAcceptable(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!plain && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= LONGEST;
    }
}
