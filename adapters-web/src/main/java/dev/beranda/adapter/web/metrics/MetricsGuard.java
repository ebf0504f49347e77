package dev.beranda.adapter.web.metrics;

import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.security.BearerRefusals;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Shows the numbers to who has the token for them; where there is none, to who asks on this very machine, and to
// nobody
/// else. Whatever a proxy passes on is no such question, wherever the proxy is; nor is one by another name than this
/// machine's own, for it may come from a page that had its name lead here.
@ServerFilter("/prometheus")
final class MetricsGuard {

    private static final List<String> PASSED_ON = List.of(
            HttpHeaders.FORWARDED,
            HttpHeaders.VIA,
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Real-IP");

    private static final Pattern THIS_MACHINE =
            Pattern.compile("(?i)(?:localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1])(?::[0-9]{1,5})?");

    private final Optional<MetricsToken> token;

    MetricsGuard(@Property(name = MetricsToken.PROPERTY) Optional<String> token) {
        this.token = token.filter(text -> !text.isEmpty()).map(MetricsToken::of);
    }

    @RequestFilter
    void admit(HttpRequest<?> request) {
        if (token.isPresent()) {
            requireToken(request, token.get());
        } else if (!isFromHere(request)) {
            throw Refusal.of(HttpStatus.NOT_FOUND, "not_found");
        }
    }

    private static void requireToken(HttpRequest<?> request, MetricsToken token) {
        List<String> shown = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        if (shown.isEmpty()) {
            throw BearerRefusals.noToken();
        }
        if (shown.size() > 1 || !token.isShownIn(shown.getFirst())) {
            throw BearerRefusals.notValid();
        }
    }

    private static boolean isFromHere(HttpRequest<?> request) {
        InetAddress peer = request.getRemoteAddress().getAddress();
        HttpHeaders headers = request.getHeaders();
        return peer != null
                && peer.isLoopbackAddress()
                && PASSED_ON.stream().noneMatch(headers::contains)
                && THIS_MACHINE
                        .matcher(headers.get(HttpHeaders.HOST, String.class).orElse(""))
                        .matches();
    }
}
