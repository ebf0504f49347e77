package dev.beranda.adapter.persistence.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.beranda.adapter.persistence.feed.ChangeFeed;
import dev.beranda.adapter.persistence.feed.Subscriber;
import dev.beranda.adapter.persistence.feed.Topic;
import dev.beranda.adapter.persistence.transaction.CurrentTransaction;
import dev.beranda.application.user.AccountReader;
import dev.beranda.application.user.AccountView;
import dev.beranda.domain.user.UserId;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Remembers accounts for as long as nobody says that they changed.
///
/// What is looked up is kept under the epoch that was current before the look-up, and every notice begins a new epoch:
/// a row that was read while it changed is kept where nobody will look for it. Several who want the same one wait
/// for one look-up.
@Singleton
@Bean(typed = AccountReader.class)
final class CachedAccountReader implements AccountReader, Subscriber {

    private static final int AT_MOST = 10_000;

    private record Key(UserId user, long epoch) {}

    private final JooqAccountReader rows;
    private final CurrentTransaction transaction;
    private final ChangeFeed feed;
    private final Epochs epochs = new Epochs();
    private final Cache<Key, AccountView> accounts =
            Caffeine.newBuilder().maximumSize(AT_MOST).build();

    CachedAccountReader(JooqAccountReader rows, CurrentTransaction transaction, ChangeFeed feed) {
        this.rows = rows;
        this.transaction = transaction;
        this.feed = feed;
        feed.subscribe(Topic.USER, this);
    }

    /// Inside a transaction one sees what nobody else may, so nothing of that is kept. Nor is that somebody is not
    /// there: the cache takes a null for that, which the null checker cannot see.
    @Override
    @SuppressWarnings("NullAway")
    public Optional<AccountView> find(UserId user) {
        return isKept() ? Optional.ofNullable(accounts.get(keyOf(user), this::lookUp)) : rows.find(user);
    }

    @Override
    public Optional<AccountView> recall(UserId user) {
        return isKept() ? Optional.ofNullable(accounts.getIfPresent(keyOf(user))) : Optional.empty();
    }

    private boolean isKept() {
        return feed.isFresh() && !transaction.isOpen();
    }

    private Key keyOf(UserId user) {
        return new Key(user, epochs.of(user));
    }

    private @Nullable AccountView lookUp(Key key) {
        return rows.find(key.user()).orElse(null);
    }

    @Override
    public void reread() {
        epochs.nextOfAll();
    }

    @Override
    public void hear(String what) {
        epochs.next(new UserId(UUID.fromString(what.substring(0, what.indexOf(':')))));
    }
}
