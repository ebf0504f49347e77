package dev.beranda.adapter.web.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Why a request is turned away before any route sees it. Nobody has been asked which language to answer in yet, so
/// the sentences are English.
enum Refusal {
    BAD_REQUEST(400, "Bad Request", "The request is not well-formed HTTP."),
    NOT_FOUND(404, "Not Found", "There is nothing at this address."),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed", "This method is not supported."),
    REQUEST_TIMEOUT(408, "Request Timeout", "The request did not arrive in time."),
    PAYLOAD_TOO_LARGE(413, "Content Too Large", "The body is larger than is accepted here."),
    URI_TOO_LONG(414, "URI Too Long", "The address is longer than is accepted here."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type", "A compressed body is not accepted here."),
    EXPECTATION_FAILED(417, "Expectation Failed", "This expectation cannot be met."),
    HEADERS_TOO_LARGE(431, "Request Header Fields Too Large", "The header fields are larger than is accepted here."),
    UNAVAILABLE(503, "Service Unavailable", "Too much is being received at once; please try again.");

    static final AsciiString CONTENT_TYPE = AsciiString.cached("application/problem+json");

    private final HttpResponseStatus status;
    private final String beginning;

    Refusal(int status, String title, String detail) {
        this.status = HttpResponseStatus.valueOf(status);
        String code = name().toLowerCase(Locale.ROOT);
        this.beginning = """
                {"type":"urn:beranda:problem:%s","title":"%s","status":%d,"detail":"%s","code":"%s","request_id":"\
                """.formatted(code, title, status, detail, code);
    }

    HttpResponseStatus status() {
        return status;
    }

    /// The problem document. An id is made of letters that JSON takes as they are.
    byte[] document(String requestId) {
        return (beginning + requestId + "\"}").getBytes(StandardCharsets.US_ASCII);
    }
}
