package dev.beranda.domain.audit

import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.Origin
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Transactions
import spock.lang.Specification

abstract class AuditLogContract extends Specification {

    static final FROM = new Origin(new ClientAddress('2001:db8::7', '2001:db8::/64'), 'request-1')

    abstract AuditLog getLog()

    abstract Transactions getTransactions()

    /** What stands in the log about somebody, in the order in which it was written. */
    abstract List<Map> about(String subject)

    def subject = People.newId().toString()
    def actor = People.newId()

    def "what was done is there as it was told, in its order"() {
        when:
        transactions.write {
            log.append(entry(AuditAction.ROLE_ASSIGNED, [role: 'reader'], [role: 'O\'Hara "ä" 🌺']))
            log.append(entry(AuditAction.SESSIONS_ENDED, [:], [sessions: 3, disabled: true]))
        }

        then:
        about(subject) == [
                told('user.role_assigned', [role: 'reader'], [role: 'O\'Hara "ä" 🌺']),
                told('user.sessions_ended', [:], [sessions: 3, disabled: true])]
    }

    def "what did not happen is not in the log"() {
        when:
        transactions.write {
            log.append(entry(AuditAction.USER_DISABLED, [disabled: false], [disabled: true]))
            throw new StaleAggregate('The test')
        }

        then:
        thrown(StaleAggregate)
        about(subject) == []
    }

    AuditEntry entry(AuditAction action, Map<String, Object> before, Map<String, Object> after) {
        new AuditEntry(People.NOW, actor, FROM, action, subject, before, after)
    }

    Map told(String action, Map<String, Object> before, Map<String, Object> after) {
        [at: People.NOW, actor: actor, address: '2001:db8::7', request: 'request-1', action: action, before: before, after: after]
    }
}
