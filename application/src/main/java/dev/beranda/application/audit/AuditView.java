package dev.beranda.application.audit;

import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;

/// One thing somebody did, as it stands in the log.
///
/// @param action a stable word; not necessarily one this version can still write
/// @param before what changed, as it was: a JSON object, kept as it was written
/// @param after the same, as it was then
public record AuditView(
        UUID id,
        Instant at,
        UserId actor,
        String action,
        String subject,
        String address,
        String request,
        String before,
        String after) {}
