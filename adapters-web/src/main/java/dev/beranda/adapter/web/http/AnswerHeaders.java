package dev.beranda.adapter.web.http;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.server.HttpServerConfiguration;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import jakarta.inject.Singleton;

/// What every answer carries, whoever gave it. A route may set its own policy for content, resources and caches;
/// these are for all that do not.
@Singleton
final class AnswerHeaders {

    private static final AsciiString CONTENT_TYPE_OPTIONS = AsciiString.cached("x-content-type-options");
    private static final AsciiString NO_SNIFF = AsciiString.cached("nosniff");
    private static final AsciiString CONTENT_SECURITY_POLICY = AsciiString.cached("content-security-policy");
    private static final AsciiString NOTHING = AsciiString.cached("default-src 'none'; frame-ancestors 'none'");
    private static final AsciiString REFERRER_POLICY = AsciiString.cached("referrer-policy");
    private static final AsciiString NO_REFERRER = AsciiString.cached("no-referrer");
    /// Keeps other sites from pulling an answer in as an image or a script. A cross-origin `fetch` is CORS's matter
    /// and not touched by it.
    private static final AsciiString RESOURCE_POLICY = AsciiString.cached("cross-origin-resource-policy");
    private static final AsciiString SAME_ORIGIN = AsciiString.cached("same-origin");
    private static final AsciiString TRANSPORT_SECURITY = AsciiString.cached("strict-transport-security");
    private static final AsciiString TWO_YEARS = AsciiString.cached("max-age=63072000; includeSubDomains");

    private static final AsciiString ORIGIN = AsciiString.cached("Origin");

    private final boolean secure;
    private final boolean variesByOrigin;
    private final HttpDate date = new HttpDate();

    AnswerHeaders(
            @Property(name = "beranda.public-url", defaultValue = "") String publicUrl,
            HttpServerConfiguration.CorsConfiguration cors) {
        this.secure = publicUrl.regionMatches(true, 0, "https://", 0, 8);
        this.variesByOrigin = cors.isEnabled();
    }

    void put(HttpHeaders headers, int status, Visit visit) {
        headers.set(RequestIds.HEADER, visit.id());
        headers.set(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        putIfAbsent(headers, CONTENT_SECURITY_POLICY, NOTHING);
        putIfAbsent(headers, REFERRER_POLICY, NO_REFERRER);
        putIfAbsent(headers, RESOURCE_POLICY, SAME_ORIGIN);
        putIfAbsent(headers, HttpHeaderNames.DATE, date.now());
        headers.remove(HttpHeaderNames.SERVER);
        if (secure) {
            headers.set(TRANSPORT_SECURITY, TWO_YEARS);
        }
        if (variesByOrigin && !headers.containsValue(HttpHeaderNames.VARY, ORIGIN, true)) {
            headers.add(HttpHeaderNames.VARY, ORIGIN);
        }
        putCachePolicy(headers, status, visit);
    }

    private static void putCachePolicy(HttpHeaders headers, int status, Visit visit) {
        if (visit.isAboutAuthentication() || headers.contains(HttpHeaderNames.SET_COOKIE)) {
            headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        } else if (visit.personal() || status >= 400) {
            putIfAbsent(headers, HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
        }
    }

    private static void putIfAbsent(HttpHeaders headers, AsciiString name, CharSequence value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
