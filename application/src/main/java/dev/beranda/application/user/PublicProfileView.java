package dev.beranda.application.user;

import dev.beranda.domain.user.Profile;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import java.time.Instant;

/// What anybody may see of a person.
public record PublicProfileView(UserId id, Username username, Profile profile, Instant registeredAt, long version) {}
