package dev.beranda.application.privacy;

import dev.beranda.domain.privacy.PersonalFiles;
import dev.beranda.domain.privacy.PersonalRecords;
import dev.beranda.domain.privacy.Piece;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Tell somebody everything that is held about them, as it was at one moment.
public final class ExportPersonalData {

    public static final Allowance PER_ACCOUNT = new Allowance("export", 5, Duration.ofHours(1));

    /// Of all files together. Who brought more has the addresses of the rest.
    public static final long MOST_BYTES = 2L * 1024 * 1024 * 1024;

    /// @param reader must take what it is given without waiting for anybody
    public record Query(UserId user, Consumer<Piece> reader) {}

    public sealed interface Outcome {

        record Told() implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final List<PersonalRecords> stores;
    private final PersonalFiles files;
    private final Transactions transactions;
    private final Throttle throttle;

    public ExportPersonalData(
            List<PersonalRecords> stores, PersonalFiles files, Transactions transactions, Throttle throttle) {
        this.stores = List.copyOf(stores);
        this.files = files;
        this.transactions = transactions;
        this.throttle = throttle;
    }

    public Outcome export(Query query) {
        if (throttle.take(PER_ACCOUNT, query.user().toString()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_ACCOUNT, retryAfter);
        }
        tell(query).forEach(query.reader());
        return new Outcome.Told();
    }

    /// No transaction waits for files that lie elsewhere.
    private List<Piece.Enclosure> tell(Query query) {
        return transactions.look(() -> {
            stores.forEach(store -> store.tell(query.user(), query.reader()));
            return files.of(query.user(), MOST_BYTES);
        });
    }
}
