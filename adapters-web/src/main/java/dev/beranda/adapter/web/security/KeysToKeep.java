package dev.beranda.adapter.web.security;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/// Lets others keep our public keys for a while: a new one is announced long before it signs.
@ServerFilter("/.well-known/jwks.json")
final class KeysToKeep {

    @ResponseFilter
    void allowKeeping(MutableHttpResponse<?> response) {
        response.header(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
    }
}
