package dev.beranda.adapter.oauth;

import dev.beranda.domain.identity.Outsider;
import dev.beranda.domain.identity.Provider;
import dev.beranda.domain.identity.Testimony;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Speaks to one provider for whoever asks, while it is worth it: not with too many at once, and not with one that has
/// fallen silent.
final class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    static final int MOST_AT_ONCE = 32;

    private final Provider provider;
    private final Counterpart counterpart;
    private final Breaker breaker;
    private final Duration patience;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    Conversation(Provider provider, Counterpart counterpart, Breaker breaker, Duration patience) {
        this.provider = provider;
        this.counterpart = counterpart;
        this.breaker = breaker;
        this.patience = patience;
    }

    Optional<URI> address(Counterpart.Departure departure) {
        return switch (speak(deadline -> new Said.Something<>(counterpart.address(departure, deadline)))) {
            case Said.Something<URI>(var address) -> Optional.of(address);
            case Said.Nonsense<URI>() -> Optional.empty();
            case Said.Nothing<URI>() -> Optional.empty();
        };
    }

    Testimony hear(Counterpart.Return arrival) {
        return switch (speak(deadline -> new Said.Something<>(counterpart.hear(arrival, deadline)))) {
            case Said.Something<Outsider>(var outsider) -> new Testimony.Vouched(outsider);
            case Said.Nonsense<Outsider>() -> new Testimony.Worthless();
            case Said.Nothing<Outsider>() -> new Testimony.Unavailable();
        };
    }

    private <T> Said<T> speak(Question<T> question) {
        if (!breaker.letsTry() || !places.tryAcquire()) {
            return new Said.Nothing<>();
        }
        try {
            var said = question.ask(Deadline.in(patience));
            breaker.answered();
            return said;
        } catch (Unbelievable e) {
            breaker.answered();
            LOG.warn("The provider {} is not believed: {}", provider, e.getMessage());
            return new Said.Nonsense<>();
        } catch (Unanswered e) {
            breaker.failed();
            LOG.warn("The provider {} does not answer: {}", provider, e.getMessage());
            return new Said.Nothing<>();
        } finally {
            places.release();
        }
    }

    private interface Question<T> {

        Said<T> ask(Deadline deadline) throws Unanswered, Unbelievable;
    }

    private sealed interface Said<T> {

        record Something<T>(T what) implements Said<T> {}

        record Nonsense<T>() implements Said<T> {}

        record Nothing<T>() implements Said<T> {}
    }
}
