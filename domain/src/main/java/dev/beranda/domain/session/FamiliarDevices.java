package dev.beranda.domain.session;

import dev.beranda.domain.user.UserId;
import java.time.Instant;

/// With what people came in before, and from where.
public interface FamiliarDevices {

    enum Recognition {
        /// Nothing is known of this person yet.
        FIRST,

        /// They came in like this before.
        KNOWN,

        /// They came in before, but not like this.
        STRANGE
    }

    /// Recognises what somebody comes in with, and knows it from now on. Of many who come alike at once, one is
    /// strange.
    ///
    /// @param device what kind it is, empty when that is not known
    /// @param surroundings where it is, roughly
    Recognition recognise(UserId user, String device, String surroundings, Instant now);

    /// Makes strange again what was first seen at this moment or later.
    void forgetSince(UserId user, Instant moment);
}
