package dev.beranda.adapter.web.problem;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/// The errors the framework finds by itself, in our shape: only the status is taken over, never its words.
@Singleton
final class DefaultAnswers implements ErrorResponseProcessor<Problem> {

    private final Problems problems;

    DefaultAnswers(Problems problems) {
        this.problems = problems;
    }

    @Override
    public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var request = context.getRequest();
        var refusal = Refusal.of(HttpStatus.valueOf(response.code()), codeOf(response.code()));
        @SuppressWarnings("unchecked")
        var answer = (MutableHttpResponse<Problem>) response;
        if (request.getMethod() != HttpMethod.HEAD) {
            answer.body(problems.document(request, refusal));
        }
        return answer.contentType(Problems.PROBLEM_JSON);
    }

    private static String codeOf(int status) {
        return switch (status) {
            case 400 -> "bad_request";
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 408 -> "request_timeout";
            case 409 -> "conflict";
            case 412 -> "stale";
            case 413 -> "payload_too_large";
            case 414 -> "uri_too_long";
            case 415 -> "unsupported_media_type";
            case 422 -> "validation_failed";
            case 429 -> "rate_limited";
            case 431 -> "headers_too_large";
            case 503 -> "unavailable";
            default -> status < 500 ? "bad_request" : "internal_error";
        };
    }
}
