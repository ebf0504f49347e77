package dev.beranda.application.audit;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.shared.SearchText;
import dev.beranda.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reads the audit log for show.
public interface AuditReader {

    /// The newest first.
    Page<AuditView> list(Which which, PageRequest page);

    /// All of it, or that of which all is true that is asked for.
    ///
    /// @param from the first moment
    /// @param to the moment after the last
    record Which(
            @Nullable UserId actor,
            @Nullable SearchText action,
            @Nullable SearchText subject,
            @Nullable Instant from,
            @Nullable Instant to) {}
}
