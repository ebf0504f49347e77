package dev.beranda.adapter.persistence.session;

import dev.beranda.adapter.persistence.feed.ChangeFeed;
import dev.beranda.adapter.persistence.feed.Topic;
import dev.beranda.adapter.persistence.transaction.CurrentTransaction;
import dev.beranda.domain.session.Session;
import dev.beranda.domain.session.Session.EndReason;
import dev.beranda.domain.session.Session.State;
import dev.beranda.domain.session.SessionId;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.user.UserId;
import io.micronaut.data.exceptions.OptimisticLockException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
final class DataSessions implements Sessions {

    private static final List<String> HONEST_ENDS =
            EndReason.HONEST.stream().map(EndReason::word).toList();

    private final SessionRows rows;
    private final CurrentTransaction transaction;
    private final ChangeFeed feed;

    DataSessions(SessionRows rows, CurrentTransaction transaction, ChangeFeed feed) {
        this.rows = rows;
        this.transaction = transaction;
        this.feed = feed;
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return rows.find(id.value()).map(BorneSession::session);
    }

    @Override
    public List<Session> openOf(UserId user) {
        return rows.findOpen(user.value()).stream().map(BorneSession::session).toList();
    }

    @Override
    public boolean attest(UserId user, String network) {
        return rows.existsFrom(user.value(), network, HONEST_ENDS);
    }

    @Override
    public void add(Session session) {
        rows.save(SessionRow.of(session));
    }

    @Override
    public void save(Session session) {
        try {
            rows.update(SessionRow.of(session));
        } catch (OptimisticLockException lost) {
            throw new StaleAggregate("A session");
        }
        if (session.state() instanceof State.Ended) {
            transaction.afterCommit(() -> feed.tell(Topic.SESSION, session.id().toString()));
        }
    }
}
