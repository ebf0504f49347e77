package dev.beranda.adapter.web.retry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.beranda.adapter.web.http.BodyDigest;
import dev.beranda.adapter.web.problem.Problems;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.security.Caller;
import dev.beranda.application.retry.AnswerOnce;
import dev.beranda.domain.retry.Answer;
import dev.beranda.domain.retry.Attempt;
import dev.beranda.domain.user.UserId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lets a route that creates something be asked again. Around the whole of it goes `once.answer(request, () -> …)`, and
/// beside its documentation [TakesIdempotencyKey].
///
/// Nothing but this may stand around what it does: the answer is kept in the transaction of the route's own writes. Not
/// for routes that hand out secrets.
@Singleton
public final class Once {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[!-~](?:[ -~]{0,253}[!-~])?");

    /// What an answer says beside its body that whoever asked goes on with.
    private static final List<String> HEAD = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.LOCATION,
            HttpHeaders.ETAG,
            HttpHeaders.RETRY_AFTER,
            "RateLimit",
            "RateLimit-Policy");

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final AnswerOnce answerOnce;
    private final AttemptNames names;
    private final Problems problems;
    private final JsonMapper json;

    Once(AnswerOnce answerOnce, AttemptNames names, Problems problems, JsonMapper json) {
        this.answerOnce = answerOnce;
        this.names = names;
        this.problems = problems;
        this.json = json;
    }

    public HttpResponse<?> answer(HttpRequest<?> request, Supplier<? extends HttpResponse<?>> work) {
        return answer(request, work, _ -> Optional.empty());
    }

    /// For routes by which somebody comes to be: what they are told is theirs, and is forgotten with them.
    ///
    /// @param newcomer who it is, by what they are told
    public <B> HttpResponse<?> answer(
            HttpRequest<?> request, Supplier<HttpResponse<B>> work, Class<B> body, Function<B, UserId> newcomer) {
        return answer(
                request,
                work,
                told -> Optional.of(told)
                        .filter(body::isInstance)
                        .map(body::cast)
                        .map(newcomer));
    }

    private HttpResponse<?> answer(
            HttpRequest<?> request,
            Supplier<? extends HttpResponse<?>> work,
            Function<Object, Optional<UserId>> newcomer) {
        return keyOf(request)
                .<HttpResponse<?>>map(key -> answer(attempt(request, key), () -> told(request, work, newcomer)))
                .orElseGet(work);
    }

    private static Optional<String> keyOf(HttpRequest<?> request) {
        List<String> keys = request.getHeaders().getAll(HEADER);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        if (keys.size() > 1 || !KEY.matcher(keys.getFirst()).matches()) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "idempotency_key_invalid");
        }
        return Optional.of(keys.getFirst());
    }

    private Attempt attempt(HttpRequest<?> request, String key) {
        Optional<UserId> caller =
                Caller.of(request).map(access -> access.bearer().user());
        String who = caller.map(UserId::toString).orElse("");
        String method = request.getMethodName();
        String path = request.getPath();
        String content = names.of("content", String.valueOf(request.getUri().getRawQuery()), BodyDigest.of(request));
        return new Attempt(names.of("name", who, method, path, key), content, caller);
    }

    /// Whoever comes while another is at it waits a while for that one's answer.
    private HttpResponse<?> answer(Attempt attempt, Supplier<Answer> work) {
        long begun = System.nanoTime();
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            switch (answerOnce.answer(attempt, work)) {
                case AnswerOnce.Outcome.Told(var answer) -> {
                    return response(answer);
                }
                case AnswerOnce.Outcome.NameUsedOtherwise() ->
                    throw Refusal.of(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency_key_reused");
                case AnswerOnce.Outcome.UnderWay() -> {
                    if (System.nanoTime() - begun > PATIENCE.toNanos()
                            || Thread.currentThread().isInterrupted()) {
                        throw Refusal.of(HttpStatus.CONFLICT, "request_in_progress")
                                .with(HttpHeaders.RETRY_AFTER, "1");
                    }
                    LockSupport.parkNanos(pause.toNanos());
                }
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /// A refusal is an answer as well as any.
    private Answer told(
            HttpRequest<?> request,
            Supplier<? extends HttpResponse<?>> work,
            Function<Object, Optional<UserId>> newcomer) {
        HttpResponse<?> response;
        try {
            response = work.get();
        } catch (Refusal refusal) {
            response = problems.answer(request, refusal);
        }
        Map<String, String> head = new LinkedHashMap<>();
        for (String name : HEAD) {
            String value = response.getHeaders().get(name);
            if (value != null) {
                head.put(name, value);
            }
        }
        Object body = response.body();
        if (body != null) {
            head.putIfAbsent(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        var answer = new Answer(response.code(), head, bytes(body));
        return Optional.ofNullable(body).flatMap(newcomer).map(answer::to).orElse(answer);
    }

    /// A body that was made before stays as it is.
    private byte[] bytes(@Nullable Object body) {
        return switch (body) {
            case null -> new byte[0];
            case byte[] made -> made;
            case CharSequence text -> text.toString().getBytes(UTF_8);
            default -> written(body);
        };
    }

    private byte[] written(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<?> response(Answer answer) {
        MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.valueOf(answer.status()));
        answer.head().forEach(response::header);
        byte[] body = answer.body();
        return body.length == 0 ? response : response.body(body);
    }
}
