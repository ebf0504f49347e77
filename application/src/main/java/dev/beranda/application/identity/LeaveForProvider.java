package dev.beranda.application.identity;

import dev.beranda.domain.identity.BrowserKey;
import dev.beranda.domain.identity.Errand;
import dev.beranda.domain.identity.ErrandId;
import dev.beranda.domain.identity.ErrandSeals;
import dev.beranda.domain.identity.IdentityProviders;
import dev.beranda.domain.identity.Provider;
import dev.beranda.domain.identity.ReturnAddress;
import dev.beranda.domain.identity.ReturnAddresses;
import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.UuidSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/// Set out for a provider, to come in by its word.
public final class LeaveForProvider {

    public static final Allowance PER_ADDRESS = new Allowance("oauth-start", 60, Duration.ofMinutes(5));

    /// @param returnTo where to go afterwards; empty for the usual page
    /// @param challenge whoever comes in has to meet, by RFC 7636; empty for none
    /// @param browser that sets out
    public record Command(
            Provider provider, String returnTo, String challenge, BrowserKey browser, ClientAddress from) {}

    public sealed interface Outcome {

        record SetOut(URI destination) implements Outcome {}

        record NoSuchProvider() implements Outcome {}

        record ReturnNotAllowed() implements Outcome {}

        record ProviderUnavailable(ReturnAddress returnTo) implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final IdentityProviders providers;
    private final ReturnAddresses returnAddresses;
    private final ErrandSeals seals;
    private final Throttle throttle;
    private final UuidSource uuids;
    private final Clock clock;

    public LeaveForProvider(
            IdentityProviders providers,
            ReturnAddresses returnAddresses,
            ErrandSeals seals,
            Throttle throttle,
            UuidSource uuids,
            Clock clock) {
        this.providers = providers;
        this.returnAddresses = returnAddresses;
        this.seals = seals;
        this.throttle = throttle;
        this.uuids = uuids;
        this.clock = clock;
    }

    public Outcome leave(Command command) {
        if (!providers.all().contains(command.provider())) {
            return new Outcome.NoSuchProvider();
        }
        if (throttle.take(PER_ADDRESS, command.from().network()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_ADDRESS, retryAfter);
        }
        return returnAddresses
                .find(command.returnTo())
                .map(returnTo -> setOut(command, returnTo))
                .orElseGet(Outcome.ReturnNotAllowed::new);
    }

    private Outcome setOut(Command command, ReturnAddress returnTo) {
        var errand = new Errand(
                new ErrandId(uuids.next()),
                command.provider(),
                new Errand.Aim.ComeIn(),
                returnTo,
                command.challenge(),
                clock.instant());
        return providers
                .addressOf(errand, seals.seal(errand, command.browser()), seals.secretsOf(errand, command.browser()))
                .<Outcome>map(Outcome.SetOut::new)
                .orElseGet(() -> new Outcome.ProviderUnavailable(returnTo));
    }
}
