package dev.beranda.domain.session;

import dev.beranda.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/// Every session there is, until it is forgotten some time after its end.
public interface Sessions {

    Optional<Session> find(SessionId id);

    /// Those of one person that nobody ended, the newest first.
    List<Session> openOf(UserId user);

    /// Whether one of this person attests that they come in from this network, see [Session#attests].
    boolean attest(UserId user, String network);

    void add(Session session);

    /// Saves a changed session, or throws [dev.beranda.domain.shared.StaleAggregate].
    void save(Session session);
}
