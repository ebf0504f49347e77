package dev.beranda.application.exchange;

import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import dev.beranda.domain.user.Users;
import java.util.List;
import java.util.Optional;

/// Finds out who of this house is meant by a name from another.
final class Bylines {

    private final Users users;

    Bylines(Users users) {
        this.users = users;
    }

    /// The first who is known by any of these names.
    public Optional<UserId> of(Trip trip, List<String> names) {
        return names.stream()
                .flatMap(name -> trip.people().computeIfAbsent(name, this::find).stream())
                .findFirst();
    }

    private Optional<UserId> find(String name) {
        if (EmailAddress.parse(name) instanceof Parsed.Valid<EmailAddress>(var address)) {
            return users.find(address).map(User::id);
        }
        return Username.parse(name) instanceof Parsed.Valid<Username>(var username)
                ? users.find(username).map(User::id)
                : Optional.empty();
    }
}
