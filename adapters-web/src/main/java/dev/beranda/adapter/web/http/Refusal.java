package dev.beranda.adapter.web.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Locale;

/// Why a request is turned away before any route sees it.
enum Refusal {
    BAD_REQUEST(400),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    REQUEST_TIMEOUT(408),
    PAYLOAD_TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    EXPECTATION_FAILED(417),
    /// Their network has its share of the room for bodies.
    RATE_LIMITED(429),
    HEADERS_TOO_LARGE(431),
    /// All networks together have it all.
    UNAVAILABLE(503);

    private final HttpResponseStatus status;

    Refusal(int status) {
        this.status = HttpResponseStatus.valueOf(status);
    }

    HttpResponseStatus status() {
        return status;
    }

    /// The word for programs.
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
