package dev.beranda.domain.session;

import dev.beranda.domain.shared.Role;
import dev.beranda.domain.user.UserId;

/// Who carries the tokens of a session, with what they may do as of now.
///
/// @param authority how often it was changed what this person may do
/// @param barred shut out by an administrator
public record Bearer(UserId user, Role role, int authority, boolean barred) {}
