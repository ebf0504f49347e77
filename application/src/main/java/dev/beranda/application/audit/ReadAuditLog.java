package dev.beranda.application.audit;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;

/// Show an administrator who did what, when and from where.
public final class ReadAuditLog {

    public record Query(AuditReader.Which which, PageRequest page) {}

    private final AuditReader log;

    public ReadAuditLog(AuditReader log) {
        this.log = log;
    }

    public Page<AuditView> read(Query query) {
        return log.list(query.which(), query.page());
    }
}
