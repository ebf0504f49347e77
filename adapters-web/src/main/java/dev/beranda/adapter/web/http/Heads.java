package dev.beranda.adapter.web.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.simple.SimpleHttpRequest;
import io.netty.handler.codec.http.HttpRequest;

/// Heads as the rest of the house reads them, without anything behind.
final class Heads {

    private Heads() {}

    static io.micronaut.http.HttpRequest<?> of(HttpRequest request) {
        MutableHttpRequest<?> head =
                new SimpleHttpRequest<>(HttpMethod.parse(request.method().name()), request.uri(), null);
        request.headers().forEach(field -> head.getHeaders().add(field.getKey(), field.getValue()));
        return head;
    }
}
