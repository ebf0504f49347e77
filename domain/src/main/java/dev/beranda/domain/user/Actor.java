package dev.beranda.domain.user;

import dev.beranda.domain.shared.Role;

/// Who wants something done, with what they may do.
public record Actor(UserId id, Role role) {

    /// An administrator may act on everybody but themselves: so none can be left without one by a slip.
    public boolean mayAdminister(UserId other) {
        return role.includes(Role.ADMIN) && !id.equals(other);
    }
}
