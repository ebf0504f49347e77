package dev.beranda.adapter.web.security;

import dev.beranda.domain.session.Access;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Lets in whom the framework's rules let in. They are asked in their order, and the first that has an opinion decides;
/// where none has one, the way is barred, but for a path that leads nowhere and is told so.
///
/// The framework's own filter asks them too, by some twenty reactive steps a request, which is more than all the
/// rest of a short one: `micronaut.security.filter.enabled` is off. See docs/decisions/0013.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = "micronaut.security.enabled", notEquals = "false", defaultValue = "true")
final class Gate implements Ordered {

    private final List<SecurityRule<HttpRequest<?>>> rules;
    private final Recognition callers;
    private final CsrfGuard csrfGuard;

    Gate(List<SecurityRule<HttpRequest<?>>> rules, Recognition callers, CsrfGuard csrfGuard) {
        this.rules = rules;
        this.callers = callers;
        this.csrfGuard = csrfGuard;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.order();
    }

    /// The framework goes on with the request as soon as it gets it back. Whoever wants cookies is looked at before any
    /// door is tried: no other site is to log somebody in.
    @RequestFilter
    CompletableFuture<HttpRequest<?>> admit(HttpRequest<?> request) {
        if (!Recognition.isSafe(request.getMethod()) && TokenTransport.of(request) == TokenTransport.COOKIE) {
            csrfGuard.refuseStrangers(request);
        }
        return callers.callerOf(request).thenApply(caller -> judge(request, caller));
    }

    private HttpRequest<?> judge(HttpRequest<?> request, Optional<Access> caller) {
        Authentication known = caller.map(Gate::authentication).orElse(null);
        if (!isAllowed(request, known)) {
            throw new AuthorizationException(known);
        }
        return request;
    }

    private static Authentication authentication(Access access) {
        return Authentication.build(
                access.bearer().user().toString(),
                List.of(access.bearer().role().word()),
                Map.of());
    }

    private boolean isAllowed(HttpRequest<?> request, @Nullable Authentication caller) {
        for (SecurityRule<HttpRequest<?>> rule : rules) {
            SecurityRuleResult opinion = immediate(rule.check(request, caller));
            if (opinion != SecurityRuleResult.UNKNOWN) {
                return opinion == SecurityRuleResult.ALLOWED;
            }
        }
        return RouteAttributes.getRouteMatch(request).isEmpty();
    }

    /// A rule that would have to wait lets nobody in; there is none.
    private static SecurityRuleResult immediate(Publisher<SecurityRuleResult> opinion) {
        return Mono.from(opinion)
                .defaultIfEmpty(SecurityRuleResult.UNKNOWN)
                .toFuture()
                .getNow(SecurityRuleResult.REJECTED);
    }
}
