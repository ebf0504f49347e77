package dev.beranda.adapter.persistence.tally;

import static dev.beranda.adapter.persistence.jooq.Tables.TALLY_CHANGE;

import dev.beranda.domain.shared.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.jooq.DSLContext;

/// Brings the counters up to what was noted. Every node may do it at any time: of each counter, one at a time does.
@Singleton
public final class Tallies {

    private static final int BITE = 2_000;
    private static final int MOST_BITES = 50;

    /// Looked at once in a while, so few that nobody notices.
    private static final int SAMPLE = 500;

    private final DSLContext sql;
    private final Transactions transactions;
    private final Map<Counter, UUID> checked = new ConcurrentHashMap<>();

    Tallies(DSLContext sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /// Adds up what came and went since the last time. Either all of a bite is added up and forgotten, or nothing.
    public void fold() {
        if (!sql.fetchExists(TALLY_CHANGE)) {
            return;
        }
        for (Counter counter : Counter.values()) {
            for (int bites = 0; bites < MOST_BITES; bites++) {
                if (alone(counter, folding -> folding.fold(BITE)) < BITE) {
                    break;
                }
            }
        }
    }

    /// Holds the next few counters against what they count, and puts right those that somebody's hand put wrong. It
    /// comes round to all of them.
    ///
    /// @return how many were wrong
    public int check() {
        int wrong = 0;
        for (Counter counter : Counter.values()) {
            wrong += check(counter, Folding.of(counter, sql).subjectsBehind(checked.get(counter), SAMPLE));
        }
        return wrong;
    }

    private int check(Counter counter, List<UUID> subjects) {
        if (subjects.size() < SAMPLE) {
            checked.remove(counter);
        } else {
            checked.put(counter, subjects.getLast());
        }
        return subjects.isEmpty() ? 0 : alone(counter, folding -> folding.mend(subjects));
    }

    /// Nothing is done if somebody else is at it.
    private int alone(Counter counter, ToIntFunction<Folding<?>> work) {
        return transactions.write(() -> {
            var folding = Folding.of(counter, sql);
            return folding.take() ? work.applyAsInt(folding) : 0;
        });
    }
}
