package dev.beranda.adapter.web.problem;

import dev.beranda.domain.shared.Flaw;
import io.micronaut.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a request is not carried out: thrown where a request cannot be read, made by controllers of what a use case
/// answered. It has no stack trace, for it is no fault.
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient HttpStatus status;
    private final String code;
    private final String detail;
    private final transient List<FieldFlaw> flaws;
    private final transient List<Header> headers;
    private final transient @Nullable Advice advice;
    private final transient @Nullable Instant leavesAt;

    /// Something wrong with one field of the request.
    public record FieldFlaw(String field, Flaw flaw) {}

    /// How good a password is, with the words for what would make it better.
    public record Advice(int score, List<String> advice) {

        public Advice {
            advice = List.copyOf(advice);
        }
    }

    /// A line of the answer's head.
    record Header(String name, String value) {}

    private Refusal(
            HttpStatus status,
            String code,
            String detail,
            List<FieldFlaw> flaws,
            List<Header> headers,
            @Nullable Advice advice,
            @Nullable Instant leavesAt) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.flaws = List.copyOf(flaws);
        this.headers = List.copyOf(headers);
        this.advice = advice;
        this.leavesAt = leavesAt;
    }

    public static Refusal of(HttpStatus status, String code) {
        return new Refusal(status, code, code, List.of(), List.of(), null, null);
    }

    /// The request was understood, but what it says will not do.
    public static Refusal invalid(List<FieldFlaw> flaws) {
        return of(HttpStatus.UNPROCESSABLE_ENTITY, "validation_failed").naming(flaws);
    }

    public Refusal naming(List<FieldFlaw> moreFlaws) {
        return new Refusal(status, code, detail, moreFlaws, headers, advice, leavesAt);
    }

    /// In other words than those that usually go with the code.
    public Refusal saying(String words) {
        return new Refusal(status, code, words, flaws, headers, advice, leavesAt);
    }

    /// With one more line in the answer's head.
    public Refusal with(String header, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(header, value));
        return new Refusal(status, code, detail, flaws, more, advice, leavesAt);
    }

    public Refusal advising(Advice betterPassword) {
        return new Refusal(status, code, detail, flaws, headers, betterPassword, leavesAt);
    }

    /// Of somebody who is to be forgotten then.
    public Refusal leavingAt(Instant end) {
        return new Refusal(status, code, detail, flaws, headers, advice, end);
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    String detail() {
        return detail;
    }

    List<FieldFlaw> flaws() {
        return flaws;
    }

    List<Header> headers() {
        return headers;
    }

    @Nullable
    Advice advice() {
        return advice;
    }

    @Nullable
    Instant leavesAt() {
        return leavesAt;
    }
}
