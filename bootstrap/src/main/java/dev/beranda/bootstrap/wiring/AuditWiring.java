package dev.beranda.bootstrap.wiring;

import dev.beranda.application.audit.AuditReader;
import dev.beranda.application.audit.ReadAuditLog;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class AuditWiring {

    @Singleton
    ReadAuditLog readAuditLog(AuditReader log) {
        return new ReadAuditLog(log);
    }
}
