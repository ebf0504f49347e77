package dev.beranda.adapter.persistence.audit

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.application.audit.AuditReader
import dev.beranda.application.audit.AuditReader.Which
import dev.beranda.application.shared.PageRequest
import dev.beranda.domain.audit.AuditAction
import dev.beranda.domain.audit.AuditEntry
import dev.beranda.domain.audit.AuditLog
import dev.beranda.domain.fixture.People
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.Origin
import dev.beranda.domain.shared.SearchText
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserId
import dev.beranda.postgres.TestDatabase
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class JooqAuditReaderIT extends Specification {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def reader = node.get(AuditReader)
    def actor = People.newId()

    def "the newest first, page by page, while more is written"() {
        given:
        (1..5).each { write(it as String, People.NOW.plusSeconds(it)) }
        write('same moment', People.NOW.plusSeconds(3))

        when:
        def seen = []
        def page = reader.list(of(actor), new PageRequest(2, null, true))
        def total = page.total()
        seen.addAll(page.items()*.subject())
        while (page.next()) {
            write('later', People.NOW.plusSeconds(100 + seen.size()))
            page = reader.list(of(actor), new PageRequest(2, page.next(), false))
            seen.addAll(page.items()*.subject())
        }

        then:
        total == 6
        seen == ['5', '4', 'same moment', '3', '2', '1']
    }

    def "what is asked for is told, and nothing else: #what"() {
        given:
        write('one', People.NOW, AuditAction.USER_DISABLED)
        write('two', People.NOW.plusSeconds(1), AuditAction.USER_ENABLED)

        expect:
        reader.list(which(actor), new PageRequest(20, null, false)).items()*.subject() == subjects

        where:
        what         | which                                                                                 || subjects
        'all'        | { of(it) }                                                                            || ['two', 'one']
        'an action'  | { new Which(it, new SearchText('user.disabled'), null, null, null) }                  || ['one']
        'a subject'  | { new Which(it, null, new SearchText('two'), null, null) }                            || ['two']
        'from'       | { new Which(it, null, null, People.NOW.plusSeconds(1), null) }                        || ['two']
        'to'         | { new Which(it, null, null, null, People.NOW.plusSeconds(1)) }                        || ['one']
        'nobody'     | { of(People.newId()) }                                                                || []
    }

    static Which of(UserId actor) {
        new Which(actor, null, null, null, null)
    }

    void write(String subject, Instant at, AuditAction action = AuditAction.USER_DISABLED) {
        def from = new Origin(new ClientAddress('192.0.2.1', '192.0.2.1'), 'request')
        def entry = new AuditEntry(at, actor, from, action, subject, [:], [:])
        node.get(Transactions).write { node.get(AuditLog).append(entry) }
    }
}
