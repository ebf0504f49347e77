package dev.beranda.application.readership;

import dev.beranda.domain.user.Avatar;
import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import java.time.Instant;

/// Somebody as those who follow them see them.
///
/// @param since when they are followed
public record FollowedView(UserId id, Username username, DisplayName displayName, Avatar avatar, Instant since) {}
