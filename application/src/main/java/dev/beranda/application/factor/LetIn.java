package dev.beranda.application.factor;

import dev.beranda.domain.factor.Authenticator;
import dev.beranda.domain.factor.Authenticators;
import dev.beranda.domain.factor.Challenge;
import dev.beranda.domain.factor.ChallengeId;
import dev.beranda.domain.factor.ChallengeSeals;
import dev.beranda.domain.factor.Challenges;
import dev.beranda.domain.factor.Demand;
import dev.beranda.domain.factor.FactorKind;
import dev.beranda.domain.factor.RecoveryCodes;
import dev.beranda.domain.passkey.Passkeys;
import dev.beranda.domain.session.Bearer;
import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.Reception;
import dev.beranda.domain.session.TokenPair;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/// Let somebody in who has proven one factor, by whatever door; or ask for the second, where they have turned one on.
/// Every door ends here: a session is opened by nobody else, but by who has seen the second factor too.
///
/// To be called in the transaction in which the first factor was proven.
public final class LetIn {

    public record Command(User user, Device device) {}

    /// @param emailMustBeVerified whether an account is let in only after its address was confirmed
    public record AdmissionRules(boolean emailMustBeVerified) {}

    public sealed interface Outcome {

        record Welcome(User user, TokenPair tokens) implements Outcome {}

        record SecondFactorWanted(Demand demand) implements Outcome {}

        record AccountDisabled() implements Outcome {}

        /// They are to be forgotten then, unless they say otherwise.
        record AccountLeaving(Instant end) implements Outcome {}

        record EmailUnverified() implements Outcome {}
    }

    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final Passkeys passkeys;
    private final Challenges challenges;
    private final ChallengeSeals seals;
    private final Reception reception;
    private final UuidSource uuids;
    private final Clock clock;
    private final AdmissionRules rules;

    public LetIn(
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            Passkeys passkeys,
            Challenges challenges,
            ChallengeSeals seals,
            Reception reception,
            UuidSource uuids,
            Clock clock,
            AdmissionRules rules) {
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.seals = seals;
        this.reception = reception;
        this.uuids = uuids;
        this.clock = clock;
        this.rules = rules;
    }

    public Outcome letIn(Command command) {
        return switch (Admission.of(command.user(), rules)) {
            case Admission.Disabled() -> new Outcome.AccountDisabled();
            case Admission.Leaving(Instant end) -> new Outcome.AccountLeaving(end);
            case Admission.Unverified() -> new Outcome.EmailUnverified();
            case Admission.Granted(Bearer bearer) -> letIn(command.user(), bearer, command.device());
        };
    }

    private Outcome letIn(User user, Bearer bearer, Device device) {
        Instant now = clock.instant();
        if (authenticators.hold(user.id()).filter(Authenticator::confirmed).isPresent()) {
            return new Outcome.SecondFactorWanted(demandOf(user.id(), now));
        }
        return new Outcome.Welcome(user, reception.receive(bearer, device, now));
    }

    private Demand demandOf(UserId user, Instant now) {
        var challenge = Challenge.issue(new ChallengeId(uuids.next()), user, now);
        challenges.issue(challenge);
        return new Demand(seals.tokenOf(challenge), kindsOf(user), Challenge.LIFETIME);
    }

    private Set<FactorKind> kindsOf(UserId user) {
        Set<FactorKind> kinds = EnumSet.of(FactorKind.TOTP);
        if (recoveryCodes.left(user) > 0) {
            kinds.add(FactorKind.RECOVERY_CODE);
        }
        if (!passkeys.of(user).isEmpty()) {
            kinds.add(FactorKind.PASSKEY);
        }
        return kinds;
    }
}
