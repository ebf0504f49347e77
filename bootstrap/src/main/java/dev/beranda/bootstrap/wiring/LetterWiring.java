package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.email.FolderMailbox;
import dev.beranda.adapter.email.LinkBase;
import dev.beranda.adapter.email.SampleLetters;
import dev.beranda.adapter.email.SmtpLetters;
import dev.beranda.adapter.email.Stationery;
import dev.beranda.adapter.persistence.outbox.Courier;
import dev.beranda.adapter.persistence.outbox.Couriers;
import dev.beranda.adapter.persistence.outbox.Patience;
import dev.beranda.adapter.persistence.outbox.Routes;
import dev.beranda.adapter.security.token.HmacTicketSeals;
import dev.beranda.adapter.security.token.InstallationSecret;
import dev.beranda.application.credential.AnswerApplicant;
import dev.beranda.application.credential.InviteApplicant;
import dev.beranda.application.credential.RemindApplicant;
import dev.beranda.application.letter.AskForLetter;
import dev.beranda.application.letter.ConfirmEmail;
import dev.beranda.application.letter.ForgetLetters;
import dev.beranda.application.letter.MoveToNewAddress;
import dev.beranda.application.letter.PreviewLetters;
import dev.beranda.application.letter.ReadMailbox;
import dev.beranda.application.letter.SendMoveTicket;
import dev.beranda.application.letter.SendTicket;
import dev.beranda.application.letter.TellOfKnownAddress;
import dev.beranda.application.letter.TellOfLeaving;
import dev.beranda.application.letter.TellOfNewAddress;
import dev.beranda.application.letter.TellOfNewPassword;
import dev.beranda.application.letter.TellOfProvider;
import dev.beranda.application.letter.TellOfSecurityChange;
import dev.beranda.application.letter.TellOfStaying;
import dev.beranda.application.letter.TellOfStrangeDevice;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.domain.letter.Annulment;
import dev.beranda.domain.letter.KeptLetters;
import dev.beranda.domain.letter.Letters;
import dev.beranda.domain.letter.TicketDesk;
import dev.beranda.domain.letter.TicketInspector;
import dev.beranda.domain.letter.TicketSeals;
import dev.beranda.domain.letter.Tickets;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Places;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.Applicants;
import dev.beranda.domain.user.Users;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

@Factory
final class LetterWiring {

    /// How letters leave: `smtp`, `mailbox` or not at all.
    private static final String CARRIER = "beranda.letters";

    @Singleton
    Routes routes() {
        return new Routes(Map.of(LetterReaction.NAME, LetterReaction.WISHES));
    }

    @Singleton
    Stationery stationery(Settings settings, Clock clock) {
        return new Stationery(settings.sender(), new LinkBase(URI.create(settings.publicUrl())), clock);
    }

    @Singleton
    @Requires(property = CARRIER, value = "smtp")
    Letters letters(Settings settings, Stationery stationery) {
        return new SmtpLetters(settings.smtp().orElseThrow(), stationery);
    }

    /// What has left the house lies in other people's mailboxes.
    @Singleton
    @Requires(property = CARRIER, value = "smtp")
    KeptLetters keptLetters() {
        return _ -> {};
    }

    @Singleton
    @Requires(property = CARRIER, value = "mailbox")
    FolderMailbox mailbox(Settings settings, Stationery stationery, Clock clock) {
        return new FolderMailbox(settings.dataFolder().resolve("mailbox"), stationery, clock);
    }

    @Singleton
    @Requires(property = CARRIER, value = "mailbox")
    ReadMailbox readMailbox(FolderMailbox mailbox) {
        return new ReadMailbox(mailbox);
    }

    @Singleton
    PreviewLetters previewLetters(Stationery stationery) {
        return new PreviewLetters(new SampleLetters(stationery));
    }

    @Bean(preDestroy = "close")
    @Singleton
    @Requires(beans = Letters.class)
    Courier courier(
            Couriers couriers,
            Users users,
            Applicants applicants,
            Tickets tickets,
            TicketSeals seals,
            Letters letters,
            KeptLetters keptLetters,
            Transactions transactions,
            Places places,
            Throttle throttle,
            Clock clock) {
        var desk = new TicketDesk(tickets, seals, letters, transactions);
        var inviteApplicant = new InviteApplicant(applicants, seals, letters, clock);
        var reaction = new LetterReaction(
                new SendTicket(users, desk, clock),
                new SendMoveTicket(users, desk, letters, clock),
                new AnswerApplicant(
                        users, applicants, inviteApplicant, new TellOfKnownAddress(users, letters), throttle),
                new RemindApplicant(users, applicants, inviteApplicant),
                new TellOfNewAddress(users, desk),
                new TellOfNewPassword(users, letters),
                new TellOfStrangeDevice(users, desk, places, throttle),
                new TellOfLeaving(users, desk),
                new TellOfStaying(users, letters),
                new TellOfProvider(users, letters),
                new TellOfSecurityChange(users, letters),
                new ForgetLetters(keptLetters));
        return couriers.hire(Map.of(LetterReaction.NAME, reaction), Patience.USUAL);
    }

    @Singleton
    TicketSeals ticketSeals(InstallationSecret secret) {
        return new HmacTicketSeals(secret);
    }

    @Singleton
    TicketInspector ticketInspector(Tickets tickets, TicketSeals seals) {
        return new TicketInspector(tickets, seals);
    }

    @Singleton
    AskForLetter askForLetter(DomainEvents events, Transactions transactions, Throttle throttle, Clock clock) {
        return new AskForLetter(events, transactions, throttle, clock);
    }

    @Singleton
    ConfirmEmail confirmEmail(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        return new ConfirmEmail(inspector, tickets, users, events, transactions, clock);
    }

    @Singleton
    MoveToNewAddress moveToNewAddress(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            Evictions evictions,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        return new MoveToNewAddress(inspector, tickets, users, evictions, events, transactions, clock);
    }

    @Singleton
    Annulment annulment(Tickets tickets, UuidSource uuids) {
        return new Annulment(tickets, uuids);
    }
}
