package dev.beranda.application.letter;

import dev.beranda.domain.letter.LetterEvent;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import java.time.Clock;
import java.time.Duration;

/// Ask for a ticket to be sent to the address of an account. The answer and the work are the same whether there is
/// such an account or not: that is looked up later, where nobody waits.
public final class AskForLetter {

    public static final Allowance PER_MAILBOX = new Allowance("letters-mailbox", 5, Duration.ofHours(1));
    public static final Allowance PER_ADDRESS = new Allowance("letters-address", 30, Duration.ofHours(1));

    /// @param language to write in
    public record Command(Purpose purpose, EmailAddress to, Language language, ClientAddress from) {}

    public sealed interface Outcome {

        record Noted() implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final DomainEvents events;
    private final Transactions transactions;
    private final Throttle throttle;
    private final Clock clock;

    public AskForLetter(DomainEvents events, Transactions transactions, Throttle throttle, Clock clock) {
        this.events = events;
        this.transactions = transactions;
        this.throttle = throttle;
        this.clock = clock;
    }

    public Outcome ask(Command command) {
        if (throttle.take(PER_ADDRESS, command.from().network()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_ADDRESS, retryAfter);
        }
        if (throttle.take(PER_MAILBOX, command.to().value()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_MAILBOX, retryAfter);
        }
        return transactions.write(() -> {
            events.append(
                    new LetterEvent.TicketWanted(command.purpose(), command.to(), command.language(), clock.instant()));
            return new Outcome.Noted();
        });
    }
}
