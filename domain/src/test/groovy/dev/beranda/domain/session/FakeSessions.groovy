package dev.beranda.domain.session

import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.user.UserId
import dev.beranda.domain.user.Users
import java.time.Instant

/// Sessions of the people in the given store, with what those may do as of now.
class FakeSessions implements Sessions, Generations, Restorable {

    private final Users users
    private Map<SessionId, Session> sessions = [:]

    FakeSessions(Users users) {
        this.users = users
    }

    @Override
    synchronized Optional<Session> find(SessionId id) {
        Optional.ofNullable(sessions[id]).map { asOfNow(it, it.version()) }
    }

    @Override
    synchronized List<Session> openOf(UserId user) {
        sessions.values()
                .findAll { it.belongsTo(user) && it.state() instanceof Session.State.Open }
                .sort { one, other -> other.openedAt() <=> one.openedAt() }
                .collect { asOfNow(it, it.version()) }
    }

    @Override
    synchronized boolean attest(UserId user, String network) {
        sessions.values().any { it.belongsTo(user) && it.attests(network) }
    }

    @Override
    synchronized void add(Session session) {
        sessions += [(session.id()): session]
    }

    @Override
    synchronized Optional<Session> advance(
            RefreshClaim claim, ClientAddress from, SessionLifetimes lifetimes, Instant now) {
        def decision = find(claim.session())
                .map { it.refresh(claim, it.device().seenAt(from), lifetimes, now) }
                .orElse(null)
        if (!(decision instanceof Refreshing.Rotated)) {
            return Optional.empty()
        }
        save(decision.session())
        find(claim.session())
    }

    @Override
    synchronized void save(Session session) {
        if (sessions[session.id()]?.version() != session.version()) {
            throw new StaleAggregate('A session')
        }
        sessions += [(session.id()): asOfNow(session, session.version() + 1)]
    }

    @Override
    synchronized Runnable presentState() {
        def present = sessions
        return { sessions = present }
    }

    private Session asOfNow(Session session, long version) {
        def bearer = users.find(session.bearer().user())
                .map { new Bearer(it.id(), it.role(), it.authority(), it.barred) }
                .orElse(session.bearer())
        new Session(
                session.id(),
                bearer,
                session.device(),
                session.generation(),
                session.openedAt(),
                session.refreshedAt(),
                session.expiresAt(),
                session.state(),
                version)
    }
}
