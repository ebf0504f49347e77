package dev.beranda.application.identity;

import dev.beranda.domain.identity.BrowserKey;
import dev.beranda.domain.identity.Errand;
import dev.beranda.domain.identity.ErrandId;
import dev.beranda.domain.identity.ErrandSeals;
import dev.beranda.domain.identity.IdentityProviders;
import dev.beranda.domain.identity.Provider;
import dev.beranda.domain.identity.ReturnAddress;
import dev.beranda.domain.identity.ReturnAddresses;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.UuidSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/// Set out for a provider, to have another door to one's account. Who does so has logged in a short while ago: a
/// session that was found open is no reason to give its finder a key.
public final class LeaveToLink {

    public static final Duration FRESH = Duration.ofMinutes(15);

    /// @param returnTo where to go afterwards; empty for the usual page
    public record Command(Access caller, Provider provider, String returnTo, BrowserKey browser) {}

    public sealed interface Outcome {

        record SetOut(URI destination) implements Outcome {}

        record NoSuchProvider() implements Outcome {}

        record ReturnNotAllowed() implements Outcome {}

        record LoginTooOld() implements Outcome {}

        record ProviderUnavailable() implements Outcome {}
    }

    private final IdentityProviders providers;
    private final ReturnAddresses returnAddresses;
    private final Sessions sessions;
    private final ErrandSeals seals;
    private final UuidSource uuids;
    private final Clock clock;

    public LeaveToLink(
            IdentityProviders providers,
            ReturnAddresses returnAddresses,
            Sessions sessions,
            ErrandSeals seals,
            UuidSource uuids,
            Clock clock) {
        this.providers = providers;
        this.returnAddresses = returnAddresses;
        this.sessions = sessions;
        this.seals = seals;
        this.uuids = uuids;
        this.clock = clock;
    }

    public Outcome leave(Command command) {
        if (!providers.all().contains(command.provider())) {
            return new Outcome.NoSuchProvider();
        }
        if (!isFresh(command.caller())) {
            return new Outcome.LoginTooOld();
        }
        return returnAddresses
                .find(command.returnTo())
                .map(returnTo -> setOut(command, returnTo))
                .orElseGet(Outcome.ReturnNotAllowed::new);
    }

    private boolean isFresh(Access caller) {
        return sessions.find(caller.session())
                .filter(session -> clock.instant().isBefore(session.openedAt().plus(FRESH)))
                .isPresent();
    }

    private Outcome setOut(Command command, ReturnAddress returnTo) {
        var aim = new Errand.Aim.Link(
                command.caller().bearer().user(), command.caller().session());
        var errand = new Errand(new ErrandId(uuids.next()), command.provider(), aim, returnTo, "", clock.instant());
        return providers
                .addressOf(errand, seals.seal(errand, command.browser()), seals.secretsOf(errand, command.browser()))
                .<Outcome>map(Outcome.SetOut::new)
                .orElseGet(Outcome.ProviderUnavailable::new);
    }
}
