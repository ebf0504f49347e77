package dev.beranda.adapter.web.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/// What can be done at an address, by the routes there are.
@Singleton
final class Ways {

    private final BeanProvider<Router> router;

    Ways(BeanProvider<Router> router) {
        this.router = router;
    }

    /// The methods that lead anywhere from this head's target; none where there is nothing.
    ///
    /// @param head with its target in the canonical spelling
    List<String> at(HttpRequest head) {
        return router.get().findAny(Heads.of(head)).stream()
                .map(UriRouteMatch::getHttpMethod)
                .sorted(Comparator.comparing(HttpMethod::ordinal))
                .map(HttpMethod::name)
                .distinct()
                .toList();
    }
}
