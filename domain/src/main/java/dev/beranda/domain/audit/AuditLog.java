package dev.beranda.domain.audit;

import java.util.List;

/// Everything done by those who may do much. What is written stays: nothing is ever changed or taken out.
public interface AuditLog {

    /// Within the transaction of what was done, so that one is there if and only if the other is.
    void append(AuditEntry entry);

    default void appendAll(List<AuditEntry> entries) {
        entries.forEach(this::append);
    }
}
