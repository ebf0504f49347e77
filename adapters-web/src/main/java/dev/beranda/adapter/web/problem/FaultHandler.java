package dev.beranda.adapter.web.problem;

import dev.beranda.domain.media.ShelvesOutOfReach;
import dev.beranda.domain.shared.Overloaded;
import dev.beranda.domain.shared.StaleAggregate;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What no use case foresees: something we need is down (503, come again), too much work (503), a race lost too often
/// (409), or a fault of ours (500). Told apart here and nowhere else; whoever asked learns nothing of our insides.
@Singleton
final class FaultHandler implements ExceptionHandler<RuntimeException, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);
    private static final Duration UNTIL_BACK = Duration.ofSeconds(2);

    /// Classes of SQLSTATE that say the database is not there, not ready, full, or ran out of time; 40 is a deadlock
    /// that came back however often the work was tried again.
    private static final Set<String> OUTAGES = Set.of("08", "40", "53", "55", "57", "58");

    private final Problems problems;

    FaultHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, RuntimeException fault) {
        return problems.answer(request, judge(fault));
    }

    private static Refusal judge(RuntimeException fault) {
        if (fault instanceof Overloaded overloaded) {
            return unavailable(overloaded.retryAfter());
        }
        if (fault instanceof StaleAggregate) {
            return Refusal.of(HttpStatus.CONFLICT, "conflict");
        }
        if (fault instanceof ShelvesOutOfReach) {
            LOG.warn("Media cannot be reached", fault);
            return unavailable(UNTIL_BACK);
        }
        if (isOutage(fault)) {
            LOG.warn("The database cannot be used: {}", rootOf(fault).getClass().getSimpleName());
            return unavailable(UNTIL_BACK);
        }
        LOG.error("A fault of ours", fault);
        return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal_error");
    }

    private static Refusal unavailable(Duration retryAfter) {
        return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable")
                .with(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }

    private static boolean isOutage(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure) {
                String state = failure.getSQLState();
                return state == null || state.length() < 2 || OUTAGES.contains(state.substring(0, 2));
            }
        }
        return false;
    }

    private static Throwable rootOf(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
