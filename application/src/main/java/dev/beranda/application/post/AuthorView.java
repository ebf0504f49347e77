package dev.beranda.application.post;

import dev.beranda.domain.user.Avatar;
import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;

/// The one below whose name something stands.
public record AuthorView(UserId id, Username username, DisplayName displayName, Avatar avatar) {}
