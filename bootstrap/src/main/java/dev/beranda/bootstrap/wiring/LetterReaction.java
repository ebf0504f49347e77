package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.persistence.outbox.Reaction;
import dev.beranda.application.letter.SendMoveTicket;
import dev.beranda.application.letter.SendTicket;
import dev.beranda.application.letter.TellOfKnownAddress;
import dev.beranda.application.letter.TellOfLeaving;
import dev.beranda.application.letter.TellOfNewAddress;
import dev.beranda.application.letter.TellOfNewPassword;
import dev.beranda.application.letter.TellOfProvider;
import dev.beranda.application.letter.TellOfStaying;
import dev.beranda.application.letter.TellOfStrangeDevice;
import dev.beranda.domain.credential.CredentialEvent;
import dev.beranda.domain.identity.IdentityEvent;
import dev.beranda.domain.letter.LetterEvent;
import dev.beranda.domain.session.SessionEvent;
import dev.beranda.domain.shared.DomainEvent;
import dev.beranda.domain.user.UserEvent;
import java.util.Set;
import java.util.UUID;

/// Which letter each event is answered with.
final class LetterReaction implements Reaction {

    static final String NAME = "letters";

    static final Set<Class<? extends DomainEvent>> WISHES = Set.of(
            LetterEvent.TicketWanted.class,
            LetterEvent.MoveWanted.class,
            LetterEvent.KnownAddressUsed.class,
            UserEvent.EmailChanged.class,
            UserEvent.Leaving.class,
            UserEvent.Remained.class,
            SessionEvent.StrangeDevice.class,
            CredentialEvent.PasswordChanged.class,
            CredentialEvent.PasswordReset.class,
            IdentityEvent.Linked.class,
            IdentityEvent.Unlinked.class);

    private final SendTicket sendTicket;
    private final SendMoveTicket sendMoveTicket;
    private final TellOfKnownAddress tellOfKnownAddress;
    private final TellOfNewAddress tellOfNewAddress;
    private final TellOfNewPassword tellOfNewPassword;
    private final TellOfStrangeDevice tellOfStrangeDevice;
    private final TellOfLeaving tellOfLeaving;
    private final TellOfStaying tellOfStaying;
    private final TellOfProvider tellOfProvider;

    LetterReaction(
            SendTicket sendTicket,
            SendMoveTicket sendMoveTicket,
            TellOfKnownAddress tellOfKnownAddress,
            TellOfNewAddress tellOfNewAddress,
            TellOfNewPassword tellOfNewPassword,
            TellOfStrangeDevice tellOfStrangeDevice,
            TellOfLeaving tellOfLeaving,
            TellOfStaying tellOfStaying,
            TellOfProvider tellOfProvider) {
        this.sendTicket = sendTicket;
        this.sendMoveTicket = sendMoveTicket;
        this.tellOfKnownAddress = tellOfKnownAddress;
        this.tellOfNewAddress = tellOfNewAddress;
        this.tellOfNewPassword = tellOfNewPassword;
        this.tellOfStrangeDevice = tellOfStrangeDevice;
        this.tellOfLeaving = tellOfLeaving;
        this.tellOfStaying = tellOfStaying;
        this.tellOfProvider = tellOfProvider;
    }

    @Override
    public void to(UUID id, DomainEvent event) {
        switch (event) {
            case LetterEvent.TicketWanted wish -> sendTicket.send(new SendTicket.Command(id, wish));
            case LetterEvent.MoveWanted wish -> sendMoveTicket.send(new SendMoveTicket.Command(id, wish));
            case LetterEvent.KnownAddressUsed news -> tellOfKnownAddress.tell(new TellOfKnownAddress.Command(id, news));
            case SessionEvent.StrangeDevice news -> tellOfStrangeDevice.tell(new TellOfStrangeDevice.Command(id, news));
            case UserEvent.EmailChanged news -> tellOfNewAddress.tell(new TellOfNewAddress.Command(id, news));
            case UserEvent.Leaving news -> tellOfLeaving.tell(new TellOfLeaving.Command(id, news));
            case UserEvent.Remained news -> tellOfStaying.tell(new TellOfStaying.Command(id, news));
            case CredentialEvent.PasswordChanged(var user, var at) ->
                tellOfNewPassword.tell(new TellOfNewPassword.Command(id, user, at));
            case CredentialEvent.PasswordReset(var user, var at) ->
                tellOfNewPassword.tell(new TellOfNewPassword.Command(id, user, at));
            case IdentityEvent.Linked(var user, var provider, var at) ->
                tellOfProvider.tell(new TellOfProvider.Command(id, user, provider.title(), true, at));
            case IdentityEvent.Unlinked(var user, var provider, var at) ->
                tellOfProvider.tell(new TellOfProvider.Command(id, user, provider.title(), false, at));
            default -> throw new IllegalStateException("no letter answers " + event.getClass());
        }
    }
}
