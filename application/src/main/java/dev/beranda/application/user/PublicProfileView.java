package dev.beranda.application.user;

import dev.beranda.domain.user.Profile;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import java.time.Instant;

/// What anybody may see of a person.
///
/// @param followers how many follow them
/// @param following how many they follow
public record PublicProfileView(
        UserId id,
        Username username,
        Profile profile,
        long followers,
        long following,
        Instant registeredAt,
        long version) {}
