package dev.beranda.application.identity;

import dev.beranda.application.factor.LetIn;
import dev.beranda.domain.factor.Demand;
import dev.beranda.domain.identity.BrowserKey;
import dev.beranda.domain.identity.Provider;
import dev.beranda.domain.identity.Voucher;
import dev.beranda.domain.identity.Voucher.Bonds;
import dev.beranda.domain.identity.VoucherCode;
import dev.beranda.domain.identity.VoucherSeals;
import dev.beranda.domain.identity.Vouchers;
import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.TokenPair;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Come in with the code one was given on the way back from a provider.
public final class LogInByProvider {

    /// @param browser that shows the code, if it can be told
    /// @param verifier that meets the challenge of whoever set out; empty where there was none
    /// @param fromPage whether it is a page in a browser for sure, which can always show one of both
    public record Command(
            VoucherCode code, @Nullable BrowserKey browser, String verifier, boolean fromPage, Device device) {}

    public sealed interface Outcome {

        record Welcome(User user, Provider provider, TokenPair tokens) implements Outcome {}

        record SecondFactorWanted(Demand demand) implements Outcome {}

        record NotGood() implements Outcome {}

        record AccountDisabled() implements Outcome {}

        record AccountLeaving(Instant end) implements Outcome {}

        record EmailUnverified() implements Outcome {}
    }

    private final Vouchers vouchers;
    private final VoucherSeals seals;
    private final Users users;
    private final LetIn letIn;
    private final Transactions transactions;
    private final Clock clock;

    public LogInByProvider(
            Vouchers vouchers, VoucherSeals seals, Users users, LetIn letIn, Transactions transactions, Clock clock) {
        this.vouchers = vouchers;
        this.seals = seals;
        this.users = users;
        this.letIn = letIn;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A code that is shown by the wrong one is used up all the same.
    public Outcome logIn(Command command) {
        return transactions.write(() -> seals.open(command.code())
                .flatMap(vouchers::take)
                .filter(voucher -> isFor(voucher, command))
                .flatMap(voucher -> admit(voucher, command.device()))
                .orElseGet(Outcome.NotGood::new));
    }

    private boolean isFor(Voucher voucher, Command command) {
        boolean isTied = command.browser() != null || !command.verifier().isEmpty();
        return (isTied || !command.fromPage()) && voucher.admits(shown(command), clock.instant());
    }

    private Bonds shown(Command command) {
        var browser = command.browser();
        return new Bonds(
                browser == null ? "" : seals.digestOf(browser),
                command.verifier().isEmpty() ? "" : seals.challengeOf(command.verifier()));
    }

    private Optional<Outcome> admit(Voucher voucher, Device device) {
        return users.find(voucher.user())
                .map(user -> outcome(letIn.letIn(new LetIn.Command(user, device)), voucher.provider()));
    }

    private static Outcome outcome(LetIn.Outcome admission, Provider provider) {
        return switch (admission) {
            case LetIn.Outcome.Welcome(var user, var tokens) -> new Outcome.Welcome(user, provider, tokens);
            case LetIn.Outcome.SecondFactorWanted(var demand) -> new Outcome.SecondFactorWanted(demand);
            case LetIn.Outcome.AccountDisabled() -> new Outcome.AccountDisabled();
            case LetIn.Outcome.AccountLeaving(var end) -> new Outcome.AccountLeaving(end);
            case LetIn.Outcome.EmailUnverified() -> new Outcome.EmailUnverified();
        };
    }
}
