package dev.beranda.adapter.web.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a head must look like to be let in. A head that is gets its target in the canonical spelling.
final class HouseRules {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{0,5})?");

    /// Where everybody who has an account may send something larger than words.
    private static final String PICTURES = "/api/me/avatar";

    /// Where those may who write.
    private static final String UPLOADS = "/api/media";

    /// Where those may who look after the house.
    private static final String REMOVALS = "/api/admin/import";

    private final HttpLimits limits;
    private final Ways ways;

    HouseRules(HttpLimits limits, Ways ways) {
        this.limits = limits;
        this.ways = ways;
    }

    /// How much may be sent with this head.
    int bodySize(HttpRequest request) {
        return (int) limits.most(load(request));
    }

    static Load load(HttpRequest request) {
        if (HttpMethod.PUT.equals(request.method()) && isTo(PICTURES, request.uri())) {
            return Load.PICTURE;
        }
        if (!HttpMethod.POST.equals(request.method())) {
            return Load.WORDS;
        }
        if (isTo(REMOVALS, request.uri().split("\\?", 2)[0])) {
            return Load.REMOVAL;
        }
        return isTo(UPLOADS, request.uri()) ? Load.UPLOAD : Load.WORDS;
    }

    /// Whether it has to be known who sends it before anything but the head is read.
    static boolean wantsToKnowWho(HttpRequest request) {
        return load(request) != Load.WORDS;
    }

    private static boolean isTo(String place, String target) {
        String rest = target.startsWith(place) ? target.substring(place.length()) : "?";
        return rest.isEmpty() || "/".equals(rest);
    }

    Optional<Refusal> judge(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return Optional.of(unreadable(request.decoderResult().cause()));
        }
        return judgeVersion(request.protocolVersion())
                .or(() -> judgeTarget(request))
                .or(() -> judgeMethod(request))
                .or(() -> judgeHost(request))
                .or(() -> judgeBody(request));
    }

    private static Refusal unreadable(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ -> Refusal.URI_TOO_LONG;
            case TooLongHttpHeaderException _ -> Refusal.HEADERS_TOO_LARGE;
            case Throwable _ -> Refusal.BAD_REQUEST;
        };
    }

    private static Optional<Refusal> judgeTarget(HttpRequest request) {
        return switch (RequestTarget.parse(request.uri())) {
            case RequestTarget.Foreign() -> Optional.of(Refusal.NOT_FOUND);
            case RequestTarget.Garbled() -> Optional.of(Refusal.BAD_REQUEST);
            case RequestTarget.Canonical(String target, Optional<String> authority) -> {
                request.setUri(target);
                authority.ifPresent(host -> request.headers().set(HttpHeaderNames.HOST, host));
                yield Optional.empty();
            }
        };
    }

    private static Optional<Refusal> judgeVersion(HttpVersion version) {
        boolean spoken = version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
        return spoken ? Optional.empty() : Optional.of(Refusal.BAD_REQUEST);
    }

    private static Optional<Refusal> judgeHost(HttpRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
        boolean named = hosts.size() == 1 && HOST.matcher(hosts.getFirst()).matches();
        boolean spared = hosts.isEmpty() && request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        return named || spared ? Optional.empty() : Optional.of(Refusal.BAD_REQUEST);
    }

    /// Nothing is at an address that nothing is at, whatever was to be done there.
    private Optional<Refusal> judgeMethod(HttpRequest request) {
        if (METHODS.contains(request.method().name())) {
            return Optional.empty();
        }
        return Optional.of(ways.at(request).isEmpty() ? Refusal.NOT_FOUND : Refusal.METHOD_NOT_ALLOWED);
    }

    private Optional<Refusal> judgeBody(HttpRequest request) {
        HttpHeaders headers = request.headers();
        if (!isOnly(headers, HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED)) {
            return Optional.of(Refusal.BAD_REQUEST);
        }
        if (!isOnly(headers, HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.IDENTITY)) {
            return Optional.of(Refusal.UNSUPPORTED_MEDIA_TYPE);
        }
        if (HttpUtil.getContentLength(request, 0L) > bodySize(request)) {
            return Optional.of(Refusal.PAYLOAD_TOO_LARGE);
        }
        return isOnly(headers, HttpHeaderNames.EXPECT, HttpHeaderValues.CONTINUE)
                ? Optional.empty()
                : Optional.of(Refusal.EXPECTATION_FAILED);
    }

    /// Whether a field is absent, or says this once and nothing else. What is coded is never decoded here, so nothing
    /// small can grow large inside.
    private static boolean isOnly(HttpHeaders headers, CharSequence field, AsciiString value) {
        if (!headers.contains(field)) {
            return true;
        }
        List<String> values = headers.getAll(field);
        return values.size() == 1
                && value.contentEqualsIgnoreCase(values.getFirst().strip());
    }
}
