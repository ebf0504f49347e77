package dev.beranda.application.identity;

import dev.beranda.domain.identity.BrowserKey;
import dev.beranda.domain.identity.Errand;
import dev.beranda.domain.identity.ErrandSeals;
import dev.beranda.domain.identity.ErrandToken;
import dev.beranda.domain.identity.FinishedErrands;
import dev.beranda.domain.identity.IdentityProviders;
import dev.beranda.domain.identity.Outsider;
import dev.beranda.domain.identity.Provider;
import dev.beranda.domain.identity.ProviderCode;
import dev.beranda.domain.identity.ReturnAddress;
import dev.beranda.domain.identity.Testimony;
import dev.beranda.domain.identity.Voucher;
import dev.beranda.domain.identity.Voucher.Bonds;
import dev.beranda.domain.identity.VoucherCode;
import dev.beranda.domain.identity.VoucherId;
import dev.beranda.domain.identity.VoucherSeals;
import dev.beranda.domain.identity.Vouchers;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.User;
import java.time.Clock;

/// Come back from a provider. Whoever is let in gets a code, to be exchanged for tokens by the page they are sent to:
/// no token ever stands in an address.
public final class ReturnFromProvider {

    /// @param provider to whose door the browser came
    /// @param browser that came
    /// @param language to write to them in, if they are new
    public record Command(Provider provider, ErrandToken token, BrowserKey browser, Answer answer, Language language) {}

    /// What the provider had the browser bring.
    public sealed interface Answer {

        record Code(ProviderCode code) implements Answer {}

        /// They changed their mind there.
        record Denied() implements Answer {}

        record Garbled() implements Answer {}
    }

    public sealed interface Outcome {

        record Arrived(ReturnAddress returnTo, VoucherCode code) implements Outcome {}

        record Linked(ReturnAddress returnTo, Provider provider) implements Outcome {}

        record TurnedAway(ReturnAddress returnTo, Reason reason) implements Outcome {}

        /// Not sent out by us, not to this provider, not this browser, not in time, or back before: nothing it says is
        /// believed, not even where it wants to go.
        record NotGood() implements Outcome {}
    }

    public enum Reason {
        DENIED,
        NOT_BELIEVED,
        UNAVAILABLE,
        EMAIL_REQUIRED,
        EMAIL_UNVERIFIED,
        ACCOUNT_EXISTS,
        ACCOUNT_UNCONFIRMED,
        ACCOUNT_DISABLED,
        LINKED_ELSEWHERE,
        LOGGED_OUT
    }

    private final ErrandSeals seals;
    private final FinishedErrands finished;
    private final IdentityProviders providers;
    private final RecogniseOutsider recogniseOutsider;
    private final LinkOutsider linkOutsider;
    private final Vouchers vouchers;
    private final VoucherSeals voucherSeals;
    private final Transactions transactions;
    private final UuidSource uuids;
    private final Clock clock;

    public ReturnFromProvider(
            ErrandSeals seals,
            FinishedErrands finished,
            IdentityProviders providers,
            RecogniseOutsider recogniseOutsider,
            LinkOutsider linkOutsider,
            Vouchers vouchers,
            VoucherSeals voucherSeals,
            Transactions transactions,
            UuidSource uuids,
            Clock clock) {
        this.seals = seals;
        this.finished = finished;
        this.providers = providers;
        this.recogniseOutsider = recogniseOutsider;
        this.linkOutsider = linkOutsider;
        this.vouchers = vouchers;
        this.voucherSeals = voucherSeals;
        this.transactions = transactions;
        this.uuids = uuids;
        this.clock = clock;
    }

    public Outcome comeBack(Command command) {
        return seals.open(command.token(), command.browser())
                .filter(errand -> errand.provider().equals(command.provider()))
                .filter(errand -> errand.isGood(clock.instant()))
                .filter(this::isFirst)
                .map(errand -> listen(errand, command))
                .orElseGet(Outcome.NotGood::new);
    }

    /// Stays true whatever comes of it: an errand is good for one question to the provider.
    private boolean isFirst(Errand errand) {
        return transactions.write(() -> finished.add(errand));
    }

    private Outcome listen(Errand errand, Command command) {
        return switch (command.answer()) {
            case Answer.Denied() -> turnAway(errand, Reason.DENIED);
            case Answer.Garbled() -> turnAway(errand, Reason.NOT_BELIEVED);
            case Answer.Code(var code) ->
                switch (providers.hear(errand, code, seals.secretsOf(errand, command.browser()))) {
                    case Testimony.Worthless() -> turnAway(errand, Reason.NOT_BELIEVED);
                    case Testimony.Unavailable() -> turnAway(errand, Reason.UNAVAILABLE);
                    case Testimony.Vouched(var outsider) -> receive(errand, outsider, command);
                };
        };
    }

    private Outcome receive(Errand errand, Outsider outsider, Command command) {
        return switch (errand.aim()) {
            case Errand.Aim.ComeIn() -> transactions.write(() -> recognise(errand, outsider, command));
            case Errand.Aim.Link link -> link(errand, link, outsider);
        };
    }

    private Outcome recognise(Errand errand, Outsider outsider, Command command) {
        return switch (recogniseOutsider.recognise(new RecogniseOutsider.Command(outsider, command.language()))) {
            case RecogniseOutsider.Outcome.Recognised(var user) -> welcome(errand, user, command.browser());
            case RecogniseOutsider.Outcome.Disabled() -> turnAway(errand, Reason.ACCOUNT_DISABLED);
            case RecogniseOutsider.Outcome.NoAddress() -> turnAway(errand, Reason.EMAIL_REQUIRED);
            case RecogniseOutsider.Outcome.AddressNotVerified() -> turnAway(errand, Reason.EMAIL_UNVERIFIED);
            case RecogniseOutsider.Outcome.AccountExists() -> turnAway(errand, Reason.ACCOUNT_EXISTS);
            case RecogniseOutsider.Outcome.AccountUnconfirmed() -> turnAway(errand, Reason.ACCOUNT_UNCONFIRMED);
        };
    }

    private Outcome welcome(Errand errand, User user, BrowserKey browser) {
        var voucher = Voucher.of(
                new VoucherId(uuids.next()),
                user.id(),
                errand.provider(),
                new Bonds(voucherSeals.digestOf(browser), errand.challenge()),
                clock.instant());
        vouchers.add(voucher);
        return new Outcome.Arrived(errand.returnTo(), voucherSeals.codeOf(voucher.id()));
    }

    private Outcome link(Errand errand, Errand.Aim.Link aim, Outsider outsider) {
        return switch (linkOutsider.link(new LinkOutsider.Command(aim, outsider))) {
            case LinkOutsider.Outcome.Linked() -> new Outcome.Linked(errand.returnTo(), errand.provider());
            case LinkOutsider.Outcome.LinkedElsewhere() -> turnAway(errand, Reason.LINKED_ELSEWHERE);
            case LinkOutsider.Outcome.LoggedOut() -> turnAway(errand, Reason.LOGGED_OUT);
        };
    }

    private static Outcome turnAway(Errand errand, Reason reason) {
        return new Outcome.TurnedAway(errand.returnTo(), reason);
    }
}
