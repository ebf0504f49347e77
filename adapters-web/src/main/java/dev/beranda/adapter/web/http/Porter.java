package dev.beranda.adapter.web.http;

import io.micronaut.http.HttpRequest;
import java.util.concurrent.CompletableFuture;

/// Knows who may bring more than words. Asked when only the head of a request is there, so that of anybody else not
/// a byte more is taken in.
public interface Porter {

    /// @param head of a request whose body was not looked at
    CompletableFuture<Boolean> lets(HttpRequest<?> head, Load load);
}
