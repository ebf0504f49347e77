package dev.beranda.domain.privacy;

import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/// Those who are leaving.
public interface Leavers {

    /// Whose time was up by then, who has waited longest first.
    List<UserId> due(Instant now, int most);

    /// Whether this person's time is up still and nobody else is at it. If so, they cannot think better of it until
    /// the transaction ends.
    boolean hold(UserId person, Instant now);
}
