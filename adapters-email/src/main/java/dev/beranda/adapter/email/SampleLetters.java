package dev.beranda.adapter.email;

import dev.beranda.application.letter.LetterSamples;
import dev.beranda.application.letter.SentLetterView;
import dev.beranda.domain.letter.Content;
import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.SecurityChange;
import dev.beranda.domain.letter.TicketCode;
import dev.beranda.domain.letter.TicketToken;
import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Place;
import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Every kind of letter, to a person who does not exist, with keys that open nothing.
public final class SampleLetters implements LetterSamples {

    private static final UUID NO_EVENT = new UUID(0, 0);
    private static final UserId NOBODY = new UserId(new UUID(0, 0));
    private static final EmailAddress READER = new EmailAddress("kartini@example.com");
    private static final EmailAddress OTHER_ADDRESS = new EmailAddress("raden.ajeng@example.org");
    private static final Instant SOME_DAY = Instant.parse("2026-11-21T14:05:00Z");

    private final Stationery stationery;
    private final TicketToken token = new TicketToken("sample-token-that-opens-nothing");
    private final TicketCode code = new TicketCode("123456");

    public SampleLetters(Stationery stationery) {
        this.stationery = stationery;
    }

    @Override
    public List<SentLetterView> in(Language language) {
        return contents()
                .map(content -> new Letter(NO_EVENT, NOBODY, READER, "Kartini", language, content))
                .map(stationery::write)
                .toList();
    }

    private Stream<Content> contents() {
        Stream<Content> invitations = Arrays.stream(Purpose.values())
                .filter(Purpose::isAskedFor)
                .map(purpose -> new Content.Invitation(purpose, token, code, SOME_DAY));
        Stream<Content> news = Stream.of(
                new Content.AccountExists(),
                new Content.PasswordChanged(SOME_DAY),
                new Content.StrangeDevice(
                        "Firefox (Linux)",
                        new ClientAddress("203.0.113.7", "203.0.113.7"),
                        Optional.of(new Place("ID", "Jepara")),
                        SOME_DAY,
                        token,
                        SOME_DAY),
                new Content.AccountKept(SOME_DAY),
                new Content.AddressChanged(OTHER_ADDRESS, token, SOME_DAY),
                new Content.ProviderLinked("GitHub", SOME_DAY),
                new Content.ProviderUnlinked("GitHub", SOME_DAY));
        Stream<Content> changes =
                Arrays.stream(SecurityChange.values()).map(change -> new Content.SecurityChanged(change, SOME_DAY));
        return Stream.of(invitations, news, changes).flatMap(contents -> contents);
    }
}
