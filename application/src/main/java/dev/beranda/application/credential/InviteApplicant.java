package dev.beranda.application.credential;

import dev.beranda.domain.letter.Letter;
import dev.beranda.domain.letter.Letters;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.Ticket;
import dev.beranda.domain.letter.TicketDesk.Sealed;
import dev.beranda.domain.letter.TicketId;
import dev.beranda.domain.letter.TicketSeals;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.user.Applicant;
import dev.beranda.domain.user.Applicants;
import java.time.Clock;
import java.util.UUID;

/// Write to somebody how to open the account they want. Whoever is invited again gets the same ticket: there is no
/// account yet that an older letter could be a danger to.
public final class InviteApplicant {

    /// @param language to write in
    public record Command(UUID event, Applicant applicant, Language language) {}

    private final Applicants applicants;
    private final TicketSeals seals;
    private final Letters letters;
    private final Clock clock;

    public InviteApplicant(Applicants applicants, TicketSeals seals, Letters letters, Clock clock) {
        this.applicants = applicants;
        this.seals = seals;
        this.letters = letters;
        this.clock = clock;
    }

    public void invite(Command command) {
        var applicant = command.applicant();
        if (!applicant.isWaiting(clock.instant())) {
            return;
        }
        applicants.invite(applicant.id());
        var ticket = ticketOf(applicant);
        letters.send(new Letter(
                command.event(),
                applicant.id(),
                applicant.email(),
                applicant.displayName().value(),
                command.language(),
                new Sealed(ticket, seals.tokenOf(ticket), seals.codeOf(ticket)).invitation()));
    }

    /// Made out of who they will be, so that nothing else has to be kept of it.
    static Ticket ticketOf(Applicant applicant) {
        return Ticket.issue(
                        new TicketId(applicant.id().value()),
                        applicant.id(),
                        Purpose.CONFIRM_EMAIL,
                        applicant.email(),
                        applicant.appliedAt())
                .until(applicant.expiresAt());
    }
}
