package dev.beranda.adapter.web.freshness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.beranda.adapter.web.http.Representations;
import dev.beranda.adapter.web.http.WaitingRoom;
import dev.beranda.adapter.web.security.Caller;
import dev.beranda.application.freshness.CheckFreshness;
import dev.beranda.application.freshness.MarkMoment;
import dev.beranda.domain.freshness.Subject;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Says again what was said to everybody before, as long as it certainly still is so. Several who ask for the same wait
/// for one look-up. Who is somebody is answered anew each time, and nothing of that is kept.
///
/// Nothing has to be thrown out when something changes: each answer remembers as of when it was looked up and what it
/// tells of, and is held against what changed since. So what was looked up while it changed is never believed.
@Singleton
public final class PublicAnswers {

    /// Should a change ever not be told, as one made with the triggers switched off.
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private static final String SURROGATE_KEY = "Surrogate-Key";
    private static final String BY_WHOM = "Authorization, Cookie";

    private final MarkMoment markMoment;
    private final CheckFreshness checkFreshness;
    private final WaitingRoom waitingRoom;
    private final Representations representations;
    private final String policy;
    private final Cache<String, KeptAnswer> kept;
    private final Map<String, LookUp> underWay = new ConcurrentHashMap<>();
    private final LongAdder recalled = new LongAdder();
    private final LongAdder shared = new LongAdder();
    private final LongAdder lookedUp = new LongAdder();

    PublicAnswers(
            MarkMoment markMoment,
            CheckFreshness checkFreshness,
            WaitingRoom waitingRoom,
            Representations representations,
            @Property(name = "beranda.answers.kept-bytes", defaultValue = "16777216") long keptBytes,
            @Property(name = "beranda.answers.shared-seconds", defaultValue = "10") int sharedSeconds) {
        this.markMoment = markMoment;
        this.checkFreshness = checkFreshness;
        this.waitingRoom = waitingRoom;
        this.representations = representations;
        this.policy = sharedSeconds == 0
                ? "public, no-cache"
                : "public, max-age=0, s-maxage=" + sharedSeconds + ", stale-if-error=300";
        this.kept = Caffeine.newBuilder()
                .maximumWeight(keptBytes)
                .weigher((String address, KeptAnswer answer) -> answer.weight(address))
                .expireAfterWrite(AT_MOST)
                .build();
    }

    /// @param question looks it up; refuses by throwing
    public CompletionStage<MutableHttpResponse<?>> answer(HttpRequest<?> request, Supplier<PublicAnswer> question) {
        if (Caller.ofAnybody(request).isPresent()) {
            return waitingRoom.answer(
                    Optional.<PublicAnswer>empty(),
                    answer -> answer.to(request),
                    () -> question.get().to(request));
        }
        String address = request.getUri().toString();
        return waitingRoom.answer(
                recall(address), answer -> open(request, answer), () -> open(request, ask(address, question)));
    }

    /// A page of a list, with the way on.
    public PublicAnswer page(HttpResponse<?> page, Stream<Subject> subjects) {
        var answer = PublicAnswer.of(representations.of(page.getBody().orElseThrow()), subjects);
        return page.getHeaders()
                .findFirst(HttpHeaders.LINK)
                .map(link -> answer.with(HttpHeaders.LINK, link))
                .orElse(answer);
    }

    /// How often an answer was at hand, was shared with another who asked at the same time, or had to be looked up.
    public Tally tally() {
        return new Tally(recalled.sum(), shared.sum(), lookedUp.sum());
    }

    public record Tally(long recalled, long shared, long lookedUp) {

        /// Nothing asked, nothing missed.
        public double hitRatio() {
            long asked = recalled + shared + lookedUp;
            return asked == 0 ? 1 : (double) (recalled + shared) / asked;
        }
    }

    private Optional<PublicAnswer> recall(String address) {
        KeptAnswer answer = kept.getIfPresent(address);
        if (answer == null || !isFresh(answer)) {
            return Optional.empty();
        }
        recalled.increment();
        return Optional.of(answer.answer());
    }

    private PublicAnswer ask(String address, Supplier<PublicAnswer> question) {
        var own = new LookUp();
        LookUp others = underWay.putIfAbsent(address, own);
        if (others == null) {
            return lookUp(address, question, own);
        }
        return others.outcome().filter(this::isFresh).map(this::share).orElseGet(() -> lookUp(address, question, own));
    }

    private PublicAnswer share(KeptAnswer answer) {
        shared.increment();
        return answer.answer();
    }

    private PublicAnswer lookUp(String address, Supplier<PublicAnswer> question, LookUp own) {
        lookedUp.increment();
        try {
            var moment = markMoment.mark();
            PublicAnswer answer = question.get();
            moment.map(since -> KeptAnswer.of(answer, since)).ifPresent(found -> {
                kept.put(address, found);
                own.found(found);
            });
            return answer;
        } finally {
            underWay.remove(address, own);
            own.ended();
        }
    }

    private boolean isFresh(KeptAnswer answer) {
        return checkFreshness.isFresh(new CheckFreshness.Query(answer.answer().subjects(), answer.since()));
    }

    private MutableHttpResponse<?> open(HttpRequest<?> request, PublicAnswer answer) {
        return answer.to(request)
                .header(HttpHeaders.CACHE_CONTROL, policy)
                .header(HttpHeaders.VARY, BY_WHOM)
                .header(SURROGATE_KEY, answer.surrogateKeys());
    }
}
