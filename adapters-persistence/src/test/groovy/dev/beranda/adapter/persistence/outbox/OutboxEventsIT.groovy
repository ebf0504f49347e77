package dev.beranda.adapter.persistence.outbox

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.credential.CredentialEvent
import dev.beranda.domain.fixture.People
import dev.beranda.domain.identity.IdentityEvent
import dev.beranda.domain.identity.Provider
import dev.beranda.domain.factor.FactorEvent
import dev.beranda.domain.letter.LetterEvent
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.session.Device
import dev.beranda.domain.session.Session.EndReason
import dev.beranda.domain.session.SessionEvent
import dev.beranda.domain.session.SessionId
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.DomainEvent
import dev.beranda.domain.shared.DomainEvents
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Language
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.Transactions
import dev.beranda.domain.user.UserEvent
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class OutboxEventsIT extends Specification {

    static final USER = People.newId()
    static final ADMIN = People.newId()
    static final OLD = new EmailAddress('old@example.com')
    static final NEW = new EmailAddress('new@example.com')
    static final SUNRISE = new Provider('sunrise')
    static final SESSION = new SessionId(UUID.randomUUID())
    static final PHONE = new Device('Ayu\'s "phone" \\ 📱', 'Mozilla/5.0', new ClientAddress('2001:db8::1', '2001:db8::/64'))
    static final PHONE_TOLD = $/
            {"name": "Ayu's \"phone\" \\ 📱", "user_agent": "Mozilla/5.0", "address": "2001:db8::1", "network": "2001:db8::/64"}/$

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    def events = node.get(DomainEvents)
    def transactions = node.get(Transactions)

    def cleanup() {
        Databases.empty(database)
    }

    def "#type is kept with its facts"() {
        when:
        transactions.write { events.append(event) }

        then:
        Databases.ask(database, 'select type from outbox') == type
        Databases.ask(database, "select payload = '${facts.replace("'", "''")}'::jsonb from outbox")
        Databases.ask(database, "select occurred_at = '${People.NOW}' from outbox")
        Databases.ask(database, "select recorded_at between now() - interval '1 minute' and clock_timestamp() from outbox")

        where:
        event                                                                       || type                           | facts
        new UserEvent.Registered(USER, People.NOW)                                  || 'user.registered'              | /{"user": "${USER}"}/
        new UserEvent.Brought(USER, People.NOW)                                     || 'user.brought'                 | /{"user": "${USER}"}/
        new UserEvent.ProfileChanged(USER, People.NOW)                              || 'user.profile_changed'         | /{"user": "${USER}"}/
        new UserEvent.EmailConfirmed(USER, People.NOW)                              || 'user.email_confirmed'         | /{"user": "${USER}"}/
        new UserEvent.EmailChanged(USER, OLD, NEW, People.NOW)                      || 'user.email_changed'           | /{"user": "${USER}", "from": "${OLD}", "to": "${NEW}"}/
        new CredentialEvent.PasswordReset(USER, People.NOW)                         || 'credential.password_reset'    | /{"user": "${USER}"}/
        new LetterEvent.TicketWanted(Purpose.LOG_IN, OLD, Language.ENGLISH, People.NOW) || 'letter.ticket_wanted'     | /{"address": "${OLD}", "purpose": "log_in", "language": "en"}/
        new LetterEvent.MoveWanted(USER, NEW, People.NOW)                           || 'letter.move_wanted'           | /{"user": "${USER}", "address": "${NEW}"}/
        new LetterEvent.AccountWanted(USER, OLD, Language.ENGLISH, People.NOW)      || 'letter.account_wanted'        | /{"address": "${OLD}", "user": "${USER}", "language": "en"}/
        new UserEvent.RoleChanged(USER, Role.READER, Role.ADMIN, ADMIN, People.NOW) || 'user.role_changed'            | /{"user": "${USER}", "from": "reader", "to": "admin", "by": "${ADMIN}"}/
        new UserEvent.Disabled(USER, ADMIN, People.NOW)                             || 'user.disabled'                | /{"user": "${USER}", "by": "${ADMIN}"}/
        new UserEvent.Enabled(USER, ADMIN, People.NOW)                              || 'user.enabled'                 | /{"user": "${USER}", "by": "${ADMIN}"}/
        new CredentialEvent.PasswordChanged(USER, People.NOW)                       || 'credential.password_changed'  | /{"user": "${USER}"}/
        new IdentityEvent.Introduced(USER, SUNRISE, People.NOW)                     || 'identity.introduced'          | /{"user": "${USER}", "provider": "sunrise"}/
        new IdentityEvent.Linked(USER, SUNRISE, People.NOW)                         || 'identity.linked'              | /{"user": "${USER}", "provider": "sunrise"}/
        new IdentityEvent.Unlinked(USER, SUNRISE, People.NOW)                       || 'identity.unlinked'            | /{"user": "${USER}", "provider": "sunrise"}/
        new FactorEvent.TurnedOn(USER, People.NOW)                                  || 'factor.turned_on'             | /{"user": "${USER}"}/
        new FactorEvent.TurnedOff(USER, People.NOW)                                 || 'factor.turned_off'            | /{"user": "${USER}"}/
        new FactorEvent.RecoveryCodesRenewed(USER, People.NOW)                      || 'factor.recovery_codes_renewed' | /{"user": "${USER}"}/
        new FactorEvent.RecoveryCodeUsed(USER, 9, People.NOW)                       || 'factor.recovery_code_used'    | /{"left": "9", "user": "${USER}"}/
        new SessionEvent.Opened(SESSION, USER, PHONE, People.NOW)                   || 'session.opened'               | /{"session": "${SESSION}", "user": "${USER}", "device": ${PHONE_TOLD}}/
        new SessionEvent.Ended(SESSION, USER, EndReason.LOGGED_OUT, People.NOW)     || 'session.ended'                | /{"session": "${SESSION}", "user": "${USER}", "reason": "logged_out"}/
        new SessionEvent.RefreshTokenReused(SESSION, USER, PHONE, People.NOW)       || 'session.refresh_token_reused' | /{"session": "${SESSION}", "user": "${USER}", "device": ${PHONE_TOLD}}/
        new SessionEvent.StrangeDevice(SESSION, USER, PHONE, People.NOW)            || 'session.strange_device'       | /{"session": "${SESSION}", "user": "${USER}", "device": ${PHONE_TOLD}}/
        new CredentialEvent.PasswordWithdrawn(USER, People.NOW)                     || 'credential.password_withdrawn' | /{"user": "${USER}"}/
    }

    def "events come in the order in which they were appended"() {
        when:
        transactions.write {
            events.append(new UserEvent.Disabled(USER, ADMIN, People.NOW))
            events.append(new UserEvent.Enabled(USER, ADMIN, People.NOW))
        }

        then:
        Databases.ask(database, "select string_agg(type, ' ' order by position) from outbox") == 'user.disabled user.enabled'
        Databases.ask(database, "select string_agg(type, ' ' order by id) from outbox") == 'user.disabled user.enabled'
    }

    def "what did not happen is not told"() {
        when:
        transactions.write {
            events.append(new UserEvent.Registered(USER, People.NOW))
            throw new IllegalArgumentException('no')
        }

        then:
        thrown(IllegalArgumentException)
        Databases.ask(database, 'select count(*) from outbox') == 0
    }

    def "an event outside a transaction is a mistake"() {
        when:
        events.append(new UserEvent.Registered(USER, People.NOW))

        then:
        thrown(IllegalStateException)
    }

    def "an event nobody gave a word is a mistake"() {
        when:
        transactions.write { events.append({ People.NOW } as DomainEvent) }

        then:
        thrown(IllegalArgumentException)
    }
}
