package dev.beranda.adapter.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.adapter.web.language.Messages;
import dev.beranda.adapter.web.language.PreferredLanguage;
import dev.beranda.domain.shared.Language;
import io.micronaut.context.annotation.Property;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/// Tells those why who are turned away at the door, as any route would: in their language, and so that a page of ours
/// can read it.
@Singleton
final class Refusals {

    private static final AsciiString PROBLEM = AsciiString.cached("application/problem+json");
    private static final AsciiString RATE_LIMIT = AsciiString.cached("RateLimit");
    private static final AsciiString RATE_LIMIT_POLICY = AsciiString.cached("RateLimit-Policy");

    /// Room is given back whenever a body is whole.
    private static final String SECONDS_UNTIL_ROOM = "1";

    private final Messages messages;
    private final HttpLimits limits;
    private final Ways ways;
    private final Set<String> origins;

    Refusals(
            Messages messages,
            HttpLimits limits,
            Ways ways,
            @Property(name = CorsSettings.ORIGINS, defaultValue = "") List<String> origins) {
        this.messages = messages;
        this.limits = limits;
        this.ways = ways;
        this.origins = Set.copyOf(origins);
    }

    /// @param head as far as it could be read
    FullHttpResponse answer(Refusal refusal, HttpRequest head, String requestId) {
        ByteBuf document = Unpooled.wrappedBuffer(document(refusal, languageOf(head), requestId));
        FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, refusal.status(), document);
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, PROBLEM)
                .set(HttpHeaderNames.CONTENT_LENGTH, document.readableBytes())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        advise(answer.headers(), refusal, head);
        showToPages(answer.headers(), head);
        return answer;
    }

    private static Language languageOf(HttpRequest head) {
        String wanted = head.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE);
        return wanted == null ? Language.ENGLISH : PreferredLanguage.in(wanted);
    }

    /// An id is made of letters that JSON takes as they are.
    private byte[] document(Refusal refusal, Language language, String requestId) {
        String code = refusal.code();
        return """
                {"type":"urn:beranda:problem:%s","title":"%s","status":%d,"detail":"%s","code":"%s","request_id":"%s"}\
                """.formatted(
                        code,
                        inJson(messages.title(language, code)),
                        refusal.status().code(),
                        inJson(messages.say(language, code, List.of())),
                        code,
                        requestId)
                .getBytes(UTF_8);
    }

    private static String inJson(String sentence) {
        return sentence.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /// What to do about it.
    private void advise(HttpHeaders answer, Refusal refusal, HttpRequest head) {
        switch (refusal) {
            case METHOD_NOT_ALLOWED -> answer.set(HttpHeaderNames.ALLOW, String.join(", ", ways.at(head)));
            case UNAVAILABLE -> answer.set(HttpHeaderNames.RETRY_AFTER, SECONDS_UNTIL_ROOM);
            case RATE_LIMITED ->
                answer.set(HttpHeaderNames.RETRY_AFTER, SECONDS_UNTIL_ROOM)
                        .set(RATE_LIMIT_POLICY, share(head))
                        .set(RATE_LIMIT, "\"bodies\";r=0;t=" + SECONDS_UNTIL_ROOM);
            case BAD_REQUEST,
                    NOT_FOUND,
                    REQUEST_TIMEOUT,
                    PAYLOAD_TOO_LARGE,
                    URI_TOO_LONG,
                    UNSUPPORTED_MEDIA_TYPE,
                    EXPECTATION_FAILED,
                    HEADERS_TOO_LARGE -> {}
        }
    }

    private String share(HttpRequest head) {
        return "\"bodies\";q=" + limits.share(HouseRules.load(head)) + ";qu=\"content-bytes\"";
    }

    /// A script is told nothing of an answer that does not name its page, not even the status.
    private void showToPages(HttpHeaders answer, HttpRequest head) {
        String origin = head.headers().get(HttpHeaderNames.ORIGIN);
        if (origin != null && origins.contains(origin)) {
            answer.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true")
                    .set(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, CorsSettings.EXPOSED);
        }
    }
}
