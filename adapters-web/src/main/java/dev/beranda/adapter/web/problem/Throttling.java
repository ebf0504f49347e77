package dev.beranda.adapter.web.problem;

import dev.beranda.domain.shared.Throttle.Allowance;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import java.time.Duration;

/// The 429, with what the client needs to behave.
public final class Throttling {

    private Throttling() {}

    public static Refusal tooMany(Allowance allowance, Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        String name = '"' + allowance.name() + '"';
        return Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "rate_limited")
                .with(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .with(
                        "RateLimit-Policy",
                        name + ";q=" + allowance.attempts() + ";w="
                                + allowance.period().toSeconds())
                .with("RateLimit", name + ";r=0;t=" + seconds);
    }
}
