package dev.beranda.domain.user;

import java.util.List;

/// What came of changing what somebody may do.
///
/// @param events none where nothing changed
public record AuthorityChange(User user, List<UserEvent> events) {

    public AuthorityChange {
        events = List.copyOf(events);
    }
}
