package dev.beranda.adapter.web.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/// Tells who sits at this very machine from everybody else.
public final class ThisMachine {

    private static final List<String> PASSED_ON = List.of(
            HttpHeaders.FORWARDED,
            HttpHeaders.VIA,
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Real-IP");

    private static final Pattern OWN_NAME =
            Pattern.compile("(?i)(?:(?:[a-z0-9-]+\\.)*localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1])(?::[0-9]{1,5})?");

    private ThisMachine() {}

    /// Whatever a proxy passes on comes from elsewhere, wherever the proxy is. So may what calls this machine by
    /// another name than its own: a page can have its name lead here.
    public static boolean asks(HttpRequest<?> request) {
        InetAddress peer = request.getRemoteAddress().getAddress();
        HttpHeaders headers = request.getHeaders();
        return peer != null
                && peer.isLoopbackAddress()
                && PASSED_ON.stream().noneMatch(headers::contains)
                && OWN_NAME.matcher(headers.get(HttpHeaders.HOST, String.class).orElse(""))
                        .matches();
    }
}
