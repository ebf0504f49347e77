package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.persistence.outbox.Reaction;
import dev.beranda.application.credential.AnswerApplicant;
import dev.beranda.application.credential.RemindApplicant;
import dev.beranda.application.letter.ForgetLetters;
import dev.beranda.application.letter.SendMoveTicket;
import dev.beranda.application.letter.SendTicket;
import dev.beranda.application.letter.TellOfLeaving;
import dev.beranda.application.letter.TellOfNewAddress;
import dev.beranda.application.letter.TellOfNewPassword;
import dev.beranda.application.letter.TellOfProvider;
import dev.beranda.application.letter.TellOfSecurityChange;
import dev.beranda.application.letter.TellOfStaying;
import dev.beranda.application.letter.TellOfStrangeDevice;
import dev.beranda.domain.credential.CredentialEvent;
import dev.beranda.domain.factor.FactorEvent;
import dev.beranda.domain.identity.IdentityEvent;
import dev.beranda.domain.letter.LetterEvent;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.letter.SecurityChange;
import dev.beranda.domain.passkey.PasskeyEvent;
import dev.beranda.domain.session.SessionEvent;
import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.user.UserEvent;
import java.util.Set;
import java.util.UUID;

/// Which letter each event is answered with. Who was forgotten is written to no more.
final class LetterReaction implements Reaction {

    static final String NAME = "letters";

    static final Set<Class<? extends DomainEvent>> WISHES = Set.of(
            LetterEvent.TicketWanted.class,
            LetterEvent.MoveWanted.class,
            LetterEvent.AccountWanted.class,
            UserEvent.EmailChanged.class,
            UserEvent.Leaving.class,
            UserEvent.Remained.class,
            UserEvent.Forgotten.class,
            SessionEvent.StrangeDevice.class,
            CredentialEvent.PasswordChanged.class,
            CredentialEvent.PasswordReset.class,
            IdentityEvent.Linked.class,
            IdentityEvent.Unlinked.class,
            FactorEvent.TurnedOn.class,
            FactorEvent.TurnedOff.class,
            FactorEvent.RecoveryCodesRenewed.class,
            FactorEvent.RecoveryCodeUsed.class,
            PasskeyEvent.Added.class,
            PasskeyEvent.Removed.class);

    private final SendTicket sendTicket;
    private final SendMoveTicket sendMoveTicket;
    private final AnswerApplicant answerApplicant;
    private final RemindApplicant remindApplicant;
    private final TellOfNewAddress tellOfNewAddress;
    private final TellOfNewPassword tellOfNewPassword;
    private final TellOfStrangeDevice tellOfStrangeDevice;
    private final TellOfLeaving tellOfLeaving;
    private final TellOfStaying tellOfStaying;
    private final TellOfProvider tellOfProvider;
    private final TellOfSecurityChange tellOfSecurityChange;
    private final ForgetLetters forgetLetters;

    LetterReaction(
            SendTicket sendTicket,
            SendMoveTicket sendMoveTicket,
            AnswerApplicant answerApplicant,
            RemindApplicant remindApplicant,
            TellOfNewAddress tellOfNewAddress,
            TellOfNewPassword tellOfNewPassword,
            TellOfStrangeDevice tellOfStrangeDevice,
            TellOfLeaving tellOfLeaving,
            TellOfStaying tellOfStaying,
            TellOfProvider tellOfProvider,
            TellOfSecurityChange tellOfSecurityChange,
            ForgetLetters forgetLetters) {
        this.sendTicket = sendTicket;
        this.sendMoveTicket = sendMoveTicket;
        this.answerApplicant = answerApplicant;
        this.remindApplicant = remindApplicant;
        this.tellOfNewAddress = tellOfNewAddress;
        this.tellOfNewPassword = tellOfNewPassword;
        this.tellOfStrangeDevice = tellOfStrangeDevice;
        this.tellOfLeaving = tellOfLeaving;
        this.tellOfStaying = tellOfStaying;
        this.tellOfProvider = tellOfProvider;
        this.tellOfSecurityChange = tellOfSecurityChange;
        this.forgetLetters = forgetLetters;
    }

    @Override
    public void to(UUID id, DomainEvent event) {
        switch (event) {
            case LetterEvent.TicketWanted wish -> sendTicket(id, wish);
            case LetterEvent.MoveWanted wish -> sendMoveTicket.send(new SendMoveTicket.Command(id, wish));
            case LetterEvent.AccountWanted wish -> answerApplicant.answer(new AnswerApplicant.Command(id, wish));
            case SessionEvent.StrangeDevice news -> tellOfStrangeDevice.tell(new TellOfStrangeDevice.Command(id, news));
            case UserEvent.EmailChanged news -> tellOfNewAddress.tell(new TellOfNewAddress.Command(id, news));
            case UserEvent.Leaving news -> tellOfLeaving.tell(new TellOfLeaving.Command(id, news));
            case UserEvent.Remained news -> tellOfStaying.tell(new TellOfStaying.Command(id, news));
            case UserEvent.Forgotten news -> forgetLetters.forget(new ForgetLetters.Command(news));
            case CredentialEvent.PasswordChanged(var user, var at) ->
                tellOfNewPassword.tell(new TellOfNewPassword.Command(id, user, at));
            case CredentialEvent.PasswordReset(var user, var at) ->
                tellOfNewPassword.tell(new TellOfNewPassword.Command(id, user, at));
            case IdentityEvent.Linked(var user, var provider, var at) ->
                tellOfProvider.tell(new TellOfProvider.Command(id, user, provider.title(), true, at));
            case IdentityEvent.Unlinked(var user, var provider, var at) ->
                tellOfProvider.tell(new TellOfProvider.Command(id, user, provider.title(), false, at));
            case FactorEvent news ->
                tellOfSecurityChange.tell(new TellOfSecurityChange.Command(id, news.user(), changeIn(news), news.at()));
            case PasskeyEvent news ->
                tellOfSecurityChange.tell(new TellOfSecurityChange.Command(id, news.user(), changeIn(news), news.at()));
            default -> throw new IllegalStateException("no letter answers " + event.getClass());
        }
    }

    private void sendTicket(UUID id, LetterEvent.TicketWanted wish) {
        sendTicket.send(new SendTicket.Command(id, wish));
        if (wish.purpose() == Purpose.CONFIRM_EMAIL) {
            remindApplicant.remind(new RemindApplicant.Command(id, wish));
        }
    }

    private static SecurityChange changeIn(PasskeyEvent news) {
        return switch (news) {
            case PasskeyEvent.Added _ -> SecurityChange.PASSKEY_ADDED;
            case PasskeyEvent.Removed _ -> SecurityChange.PASSKEY_REMOVED;
        };
    }

    private static SecurityChange changeIn(FactorEvent news) {
        return switch (news) {
            case FactorEvent.TurnedOn _ -> SecurityChange.SECOND_FACTOR_ON;
            case FactorEvent.TurnedOff _ -> SecurityChange.SECOND_FACTOR_OFF;
            case FactorEvent.RecoveryCodesRenewed _ -> SecurityChange.RECOVERY_CODES_RENEWED;
            case FactorEvent.RecoveryCodeUsed _ -> SecurityChange.RECOVERY_CODE_USED;
        };
    }
}
