package dev.beranda.domain.factor;

import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/// Everybody's app, one each. Who has a confirmed one does not come in without it.
public interface Authenticators {

    /// The app of somebody, as it stays until the transaction ends: nobody confirms or removes it meanwhile. Who opens
    /// a session asks here, so that none is opened beside a factor that is just being turned on.
    Optional<Authenticator> hold(UserId user);

    /// Puts it in the place of one that was begun; false if there is a confirmed one.
    boolean begin(Authenticator begun);

    /// Confirms it by the code of a step, if it is still the one that was begun last.
    boolean confirm(Authenticator begun, long step, Instant now);

    /// Uses up the code of a step and of all before it. Of many who do at once, one is told that it was them.
    boolean use(UserId user, long step);

    /// Whether there was a confirmed one.
    boolean remove(UserId user);
}
