package dev.beranda.adapter.web.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;

/// What can be said again, byte by byte, to whoever asks for it.
public interface Repeatable {

    /// All of it, or word that it is what they have already.
    MutableHttpResponse<?> to(HttpRequest<?> request);

    /// Of bytes.
    int length();
}
