package dev.beranda.adapter.persistence.audit

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.application.audit.AuditReader
import dev.beranda.application.audit.AuditReader.Which
import dev.beranda.application.shared.PageRequest
import dev.beranda.domain.audit.AuditAction
import dev.beranda.domain.audit.AuditLog
import dev.beranda.domain.audit.AuditLogContract
import dev.beranda.domain.shared.SearchText
import dev.beranda.domain.shared.Transactions
import dev.beranda.postgres.TestDatabase
import groovy.json.JsonSlurper
import java.sql.SQLException
import org.jooq.impl.DSL
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqAuditLogIT extends AuditLogContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    AuditLog log = node.get(AuditLog)
    Transactions transactions = node.get(Transactions)

    @Override
    List<Map> about(String subject) {
        def which = new Which(null, null, new SearchText(subject), null, null)
        node.get(AuditReader).list(which, new PageRequest(100, null, false)).items().reverse().collect {
            [at: it.at(), actor: it.actor(), address: it.address(), request: it.request(),
             action: it.action(), before: json(it.before()), after: json(it.after())]
        }
    }

    static Object json(String text) {
        new JsonSlurper().parseText(text)
    }

    def "an entry outside a transaction is a mistake"() {
        when:
        log.append(entry(AuditAction.USER_ENABLED, [:], [:]))

        then:
        thrown(IllegalStateException)
    }

    def "nobody changes the log or takes anything out, not even its owner: #who #statement"() {
        given:
        transactions.write { log.append(entry(AuditAction.USER_ENABLED, [disabled: true], [disabled: false])) }

        when:
        database.connect(database."$who"()).withCloseable { DSL.using(it).execute(statement) }

        then:
        def refusal = thrown(RuntimeException)
        (refusal.cause as SQLException).SQLState == '42501'
        about(subject).size() == 1

        where:
        [who, statement] << [
                ['runtime', 'owner', 'superuser'],
                ["update audit_entry set action = 'nothing'", 'delete from audit_entry', 'truncate audit_entry'],
        ].combinations()
    }
}
