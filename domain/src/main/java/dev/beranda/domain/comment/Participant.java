package dev.beranda.domain.comment;

import dev.beranda.domain.shared.Role;
import dev.beranda.domain.user.UserId;

/// Somebody in a discussion, with what they may do.
public record Participant(UserId id, Role role) {

    /// Whether what others say is theirs to judge.
    public boolean moderates() {
        return role.includes(Role.EDITOR);
    }
}
