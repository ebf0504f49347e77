package dev.beranda.domain.audit

import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.Transactions

class FakeAuditLogSpec extends AuditLogContract {

    FakeAuditLog log = new FakeAuditLog()
    Transactions transactions = new FakeTransactions(log)

    @Override
    List<Map> about(String subject) {
        log.all.findAll { it.subject() == subject }.collect {
            [at: it.at(), actor: it.actor(), address: it.from().address().value(), request: it.from().request(),
             action: it.action().word(), before: it.before(), after: it.after()]
        }
    }
}
