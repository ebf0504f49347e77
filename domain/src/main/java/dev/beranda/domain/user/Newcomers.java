package dev.beranda.domain.user;

import dev.beranda.domain.user.Users.Taken;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/// People who come in a crowd. No two of them have a name in common.
public interface Newcomers {

    /// Whose names are taken as of now, and which of them.
    Map<UserId, Set<Taken>> taken(Collection<User> people);

    /// Adds everybody whose names are free; the store decides, as with one person. Who is not in the answer was added.
    Map<UserId, Set<Taken>> addAll(Collection<User> people);
}
