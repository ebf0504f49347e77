package dev.beranda.domain.retry;

import dev.beranda.domain.user.UserId;
import java.util.Optional;

/// Something that somebody asks for, by a name of theirs under which they may ask again.
///
/// @param name says who asks, by what name, and where; nobody else's is the same
/// @param content says what they ask for; made so that it cannot be guessed back
public record Attempt(String name, String content, Optional<UserId> caller) {}
