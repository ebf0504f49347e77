package dev.beranda.domain.readership;

import dev.beranda.domain.user.UserId;
import java.time.Instant;

/// Who follows whom.
public interface Follows {

    /// @return false if they did already
    boolean add(UserId follower, UserId followed, Instant now);

    /// @return false if they did not
    boolean remove(UserId follower, UserId followed);
}
