package dev.beranda.adapter.email

import dev.beranda.domain.fixture.SettableClock
import dev.beranda.domain.letter.Content
import dev.beranda.domain.letter.Letter
import dev.beranda.domain.letter.Purpose
import dev.beranda.domain.letter.SecurityChange
import dev.beranda.domain.letter.TicketCode
import dev.beranda.domain.letter.TicketToken
import dev.beranda.domain.shared.ClientAddress
import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Language
import dev.beranda.domain.user.UserId
import dev.beranda.domain.shared.Place
import java.time.Instant

/// Where test letters are written: the paper of a site, and contents with keys one can look for.
final class Desk {

    static final String SITE = 'https://beranda.test'
    static final String TOKEN = 'canary-token_A9'
    static final String CODE = '271828'
    static final Instant NOW = Instant.parse('2026-11-20T09:30:00Z')
    static final Instant UNTIL = Instant.parse('2026-11-21T14:05:59Z')

    static final Content INVITATION = invitation(Purpose.CONFIRM_EMAIL)
    static final Content ADDRESS_CHANGED =
        new Content.AddressChanged(new EmailAddress('ana.new@example.org'), new TicketToken(TOKEN), UNTIL)

    static final Content STRANGE_DEVICE = new Content.StrangeDevice(
        'Firefox (Linux)', new ClientAddress('203.0.113.7', '203.0.113.7'), Optional.of(new Place('ID', 'Jepara')), NOW,
        new TicketToken(TOKEN), UNTIL)

    static final List<Content> EVERYTHING = Purpose.values().findAll { it.askedFor }.collect { invitation(it) } + [
        new Content.AccountExists(),
        new Content.PasswordChanged(UNTIL),
        ADDRESS_CHANGED,
        STRANGE_DEVICE,
        new Content.AccountKept(UNTIL),
        new Content.ProviderLinked('GitHub', UNTIL),
        new Content.ProviderUnlinked('GitHub', UNTIL),
    ] + SecurityChange.values().collect { new Content.SecurityChanged(it, UNTIL) }

    final SettableClock clock = new SettableClock(NOW)
    final Stationery stationery

    Desk(String sender = 'Beranda <post@mail.beranda.test>', String site = SITE) {
        stationery = new Stationery(Sender.parse(sender), new LinkBase(URI.create(site)), clock)
    }

    static Content invitation(Purpose purpose) {
        new Content.Invitation(purpose, new TicketToken(TOKEN), new TicketCode(CODE), UNTIL)
    }

    static Letter letter(Map<String, ?> wishes = [:]) {
        new Letter(
            wishes.id as UUID ?: UUID.randomUUID(),
            wishes.reader as UserId ?: new UserId(UUID.randomUUID()),
            new EmailAddress(wishes.to as String ?: 'ana@example.com'),
            wishes.name as String ?: 'Ana',
            wishes.language as Language ?: Language.ENGLISH,
            wishes.content as Content ?: INVITATION)
    }
}
