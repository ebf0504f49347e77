package dev.beranda.adapter.persistence.privacy;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;

import dev.beranda.adapter.persistence.feed.ChangeFeed;
import dev.beranda.adapter.persistence.feed.Topic;
import dev.beranda.adapter.persistence.transaction.CurrentTransaction;
import dev.beranda.domain.privacy.PersonalRecords;
import dev.beranda.domain.privacy.Piece;
import dev.beranda.domain.shared.Content;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;

/// Goes through all tables, word by word.
@Singleton
final class JooqPersonalRecords implements PersonalRecords {

    /// Rows that are fetched at once, so that a long life does not fill the memory.
    private static final int BITE = 500;

    private final DSLContext sql;
    private final CurrentTransaction transaction;
    private final ChangeFeed feed;
    private final List<Holdings> words;

    JooqPersonalRecords(DSLContext sql, CurrentTransaction transaction, ChangeFeed feed, List<Holdings> words) {
        this.sql = sql;
        this.transaction = transaction;
        this.feed = feed;
        this.words = words.stream().sorted(Comparator.comparing(Holdings::word)).toList();
    }

    @Override
    public void tell(UserId person, Consumer<Piece> reader) {
        for (Holdings word : words) {
            word.all().stream()
                    .filter(holding -> !holding.told().isEmpty())
                    .forEach(holding -> tell(word.word(), holding, person, reader));
        }
        for (Holdings word : words) {
            word.all().forEach(holding -> enclose(word.word(), holding, person, reader));
        }
    }

    private void enclose(String word, Holding holding, UserId person, Consumer<Piece> reader) {
        holding.enclosing().ifPresent(enclosing -> {
            List<Field<?>> fields = new ArrayList<>(holding.told());
            fields.add(enclosing.content());
            try (var rows = sql.select(fields)
                    .from(holding.table())
                    .where(holding.about(person))
                    .orderBy(holding.told())
                    .fetchSize(1)
                    .fetchLazy()) {
                rows.forEach(row -> {
                    var content = Content.of(row.get(enclosing.content()));
                    reader.accept(new Piece.Enclosure(word, enclosing.name().apply(row), () -> Optional.of(content)));
                });
            }
        });
    }

    private void tell(String word, Holding holding, UserId person, Consumer<Piece> reader) {
        try (var rows = sql.select(holding.told())
                .from(holding.table())
                .where(holding.about(person))
                .orderBy(holding.told().getFirst())
                .fetchSize(BITE)
                .fetchLazy()) {
            rows.forEach(row -> reader.accept(new Piece.Entry(word, holding.list(), Told.facts(row))));
        }
    }

    @Override
    public void forget(UserId person) {
        if (!transaction.isOpen()) {
            throw new IllegalStateException("forgetting outside of a transaction could be half done");
        }
        each(holding -> holding.ending(person));
        sql.deleteFrom(APP_USER)
                .where(APP_USER.ID.eq(person))
                .returningResult(APP_USER.AUTHORITY)
                .fetch(Record1::value1)
                .forEach(authority ->
                        transaction.afterCommit(() -> feed.tell(Topic.USER, person + ":" + (authority + 1))));
        each(holding -> holding.endingAfterwards(person));
    }

    private void each(Function<Holding, Optional<Query>> ending) {
        words.stream()
                .flatMap(word -> word.all().stream())
                .flatMap(holding -> ending.apply(holding).stream())
                .forEach(sql::execute);
    }
}
