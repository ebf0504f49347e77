package dev.beranda.adapter.web.metrics;

import dev.beranda.adapter.web.http.ThisMachine;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.security.BearerRefusals;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;
import java.util.Optional;

/// Shows the numbers to who has the token for them; where there is none, to who asks on this very machine.
@ServerFilter("/prometheus")
final class MetricsGuard {

    private final Optional<MetricsToken> token;

    MetricsGuard(@Property(name = MetricsToken.PROPERTY) Optional<String> token) {
        this.token = token.filter(text -> !text.isEmpty()).map(MetricsToken::of);
    }

    @RequestFilter
    void admit(HttpRequest<?> request) {
        if (token.isPresent()) {
            requireToken(request, token.get());
        } else if (!ThisMachine.asks(request)) {
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
}
