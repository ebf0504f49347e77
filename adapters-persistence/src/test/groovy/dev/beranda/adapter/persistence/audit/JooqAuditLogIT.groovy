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

    def "from where somebody acted is kept as long as they are there, and nothing else can ever be taken out: #who #change"() {
        given:
        def actor = UUID.randomUUID()
        Databases.byHand(database, """
                insert into app_user (id, email, email_verified, username, username_key, display_name, role, disabled, authority, registered_at, version)
                values ('$actor', '$actor@example.com', true, '$actor', '$actor', 'x', 'admin', false, 0, now(), 0)""")
        Databases.byHand(database, "insert into audit_entry values ('${UUID.randomUUID()}', now(), '$actor', 'x', 'y', '192.0.2.7', 'r', '{}', '{}')")
        who == 'gone' && Databases.byHand(database, "delete from app_user where id = '$actor'")

        when:
        def done = isDone { Databases.byHand(database, "update audit_entry set $change where actor = '$actor'") }

        then:
        done == allowed

        where:
        who    | change                                             || allowed
        'here' | "address = '', request_id = ''"                    || false
        'gone' | "address = '', request_id = ''"                    || true
        'gone' | "address = '192.0.2.8', request_id = ''"           || false
        'gone' | "address = '', request_id = '', action = 'z'"      || false
        'gone' | "address = '', request_id = '', at = now()"        || false
        'gone' | "address = '', request_id = '', after = '[]'"      || false
    }

    private static boolean isDone(Closure<?> attempt) {
        try {
            attempt()
            return true
        } catch (RuntimeException refusal) {
            assert (refusal.cause as SQLException).SQLState == '42501'
            return false
        }
    }
}
