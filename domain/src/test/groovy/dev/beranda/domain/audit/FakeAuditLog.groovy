package dev.beranda.domain.audit

import dev.beranda.domain.shared.Restorable

class FakeAuditLog implements AuditLog, Restorable {

    private List<AuditEntry> entries = []

    List<AuditEntry> getAll() {
        entries.asImmutable()
    }

    @Override
    synchronized void append(AuditEntry entry) {
        entries += entry
    }

    @Override
    synchronized Runnable presentState() {
        def present = entries
        return { entries = present }
    }
}
