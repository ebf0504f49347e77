package dev.beranda.domain.post;

import dev.beranda.domain.shared.Role;
import dev.beranda.domain.user.UserId;

/// Somebody at their desk, with what they may do.
public record Writer(UserId id, Role role) {

    public boolean mayWrite() {
        return role.includes(Role.AUTHOR);
    }

    /// Whether the posts of others are theirs to look after.
    public boolean mayEditOthers() {
        return role.includes(Role.EDITOR);
    }
}
