package dev.beranda.application.activity;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.user.UserId;

/// Reads what happened to an account.
public interface ActivityReader {

    /// The newest first, without places.
    Page<ActivityView> list(UserId user, PageRequest page);
}
