package dev.beranda.domain.user;

import dev.beranda.domain.shared.Role;

/// Who wants something done, with what they may do.
public record Actor(UserId id, Role role) {

    public boolean isAdministrator() {
        return role.includes(Role.ADMIN);
    }

    /// An administrator may act on everybody but themselves: so none locks themselves out by a slip.
    public boolean mayAdminister(UserId other) {
        return isAdministrator() && !id.equals(other);
    }
}
