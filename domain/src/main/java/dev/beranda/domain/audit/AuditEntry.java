package dev.beranda.domain.audit;

import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.Map;

/// One thing somebody did. Names and addresses of people stay out: the log outlives their accounts.
///
/// @param subject the id of what it was done to
/// @param before what changed, as it was: words, numbers and truths
/// @param after the same as it was then
public record AuditEntry(
        Instant at,
        UserId actor,
        Origin from,
        AuditAction action,
        String subject,
        Map<String, Object> before,
        Map<String, Object> after) {

    public AuditEntry {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
