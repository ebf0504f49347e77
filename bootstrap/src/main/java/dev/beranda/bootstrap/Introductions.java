package dev.beranda.bootstrap;

import dev.beranda.adapter.bucket.BucketSettings;
import dev.beranda.adapter.bucket.FirstVisit;
import dev.beranda.adapter.email.Greeting;
import dev.beranda.adapter.email.SmtpUrl;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.bootstrap.settings.SettingsException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks those we depend on later whether they know us, beside the rest of the start: who refuses us now would refuse
/// every letter and every picture. Who does not answer may do so later, and holds nobody up.
final class Introductions {

    private static final Logger LOG = LoggerFactory.getLogger(Introductions.class);

    private final List<FutureTask<Optional<SettingsException>>> visits;

    private Introductions(List<FutureTask<Optional<SettingsException>>> visits) {
        this.visits = visits;
    }

    static Introductions begin(Settings settings) {
        var mail = settings.smtp().map(server -> new FutureTask<>(() -> toMailServer(server, settings)));
        var bucket = settings.media().bucket().map(place -> new FutureTask<>(() -> toBucket(place)));
        var visits = Stream.of(mail, bucket).flatMap(Optional::stream).toList();
        visits.forEach(visit -> Thread.ofVirtual().name("introduction").start(visit));
        return new Introductions(visits);
    }

    /// Returns when all have answered, or were waited for long enough; throws what the first said who refused.
    void await() {
        for (var visit : visits) {
            outcome(visit).ifPresent(refusal -> {
                throw refusal;
            });
        }
    }

    private static Optional<SettingsException> outcome(FutureTask<Optional<SettingsException>> visit) {
        try {
            return visit.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("somebody could not be asked whether they know us", failure);
        }
    }

    private static Optional<SettingsException> toMailServer(SmtpUrl server, Settings settings) {
        return switch (Greeting.of(server, settings.sender())) {
            case Greeting.Welcome() -> Optional.empty();
            case Greeting.Refusal(String why) -> Optional.of(new SettingsException("BERANDA_SMTP_URL: " + why));
            case Greeting.Silence(String why) -> {
                LOG.warn("BERANDA_SMTP_URL: letters wait until the mail server answers: {}", why);
                yield Optional.empty();
            }
        };
    }

    private static Optional<SettingsException> toBucket(BucketSettings place) {
        return switch (FirstVisit.to(place)) {
            case FirstVisit.Welcome() -> Optional.empty();
            case FirstVisit.Refusal(String part, String why) ->
                Optional.of(new SettingsException("BERANDA_MEDIA_S3_" + part + ": " + why));
            case FirstVisit.OutOfReach(String why) -> {
                LOG.warn("BERANDA_MEDIA_S3_ENDPOINT: there are no pictures until the store answers: {}", why);
                yield Optional.empty();
            }
        };
    }
}
