package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.security.token.HmacChallengeSeals;
import dev.beranda.adapter.security.token.InstallationSecret;
import dev.beranda.adapter.security.totp.HmacRecoveryMint;
import dev.beranda.adapter.security.totp.HmacTotp;
import dev.beranda.application.factor.BeginPasskeyLogIn;
import dev.beranda.application.factor.BeginSecondFactor;
import dev.beranda.application.factor.LetIn;
import dev.beranda.application.factor.LogInWithCode;
import dev.beranda.application.factor.LogInWithPasskey;
import dev.beranda.application.factor.SecondFactorReader;
import dev.beranda.application.factor.ShowSecondFactor;
import dev.beranda.application.factor.TurnOnSecondFactor;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.domain.factor.Authenticators;
import dev.beranda.domain.factor.ChallengeSeals;
import dev.beranda.domain.factor.Challenges;
import dev.beranda.domain.factor.FactorInspector;
import dev.beranda.domain.factor.RecoveryCodes;
import dev.beranda.domain.factor.RecoveryMint;
import dev.beranda.domain.factor.Totp;
import dev.beranda.domain.passkey.Ceremonies;
import dev.beranda.domain.passkey.PasskeyChallenges;
import dev.beranda.domain.passkey.Passkeys;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.Reception;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.Users;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

@Factory
final class FactorWiring {

    @Singleton
    Totp totp(InstallationSecret secret) {
        return new HmacTotp(secret);
    }

    @Singleton
    RecoveryMint recoveryMint(InstallationSecret secret) {
        return new HmacRecoveryMint(secret);
    }

    @Singleton
    ChallengeSeals challengeSeals(InstallationSecret secret) {
        return new HmacChallengeSeals(secret);
    }

    @Singleton
    FactorInspector factorInspector(
            Authenticators authenticators,
            Totp totp,
            RecoveryCodes recoveryCodes,
            RecoveryMint mint,
            DomainEvents events) {
        return new FactorInspector(authenticators, totp, recoveryCodes, mint, events);
    }

    @Singleton
    LetIn.AdmissionRules admissionRules(Settings settings) {
        return new LetIn.AdmissionRules(settings.emailMustBeVerified());
    }

    @Singleton
    LetIn letIn(
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            Passkeys passkeys,
            Challenges challenges,
            ChallengeSeals seals,
            Reception reception,
            UuidSource uuids,
            Clock clock,
            LetIn.AdmissionRules rules) {
        return new LetIn(authenticators, recoveryCodes, passkeys, challenges, seals, reception, uuids, clock, rules);
    }

    @Singleton
    LogInWithCode logInWithCode(
            Challenges challenges,
            ChallengeSeals seals,
            FactorInspector inspector,
            Users users,
            Reception reception,
            Transactions transactions,
            Throttle throttle,
            Clock clock,
            LetIn.AdmissionRules rules) {
        return new LogInWithCode(challenges, seals, inspector, users, reception, transactions, throttle, clock, rules);
    }

    @Singleton
    BeginPasskeyLogIn beginPasskeyLogIn(
            Challenges arrivals,
            ChallengeSeals seals,
            Passkeys passkeys,
            PasskeyChallenges challenges,
            Ceremonies ceremonies,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        return new BeginPasskeyLogIn(arrivals, seals, passkeys, challenges, ceremonies, transactions, throttle, clock);
    }

    @Singleton
    LogInWithPasskey logInWithPasskey(
            Passkeys passkeys,
            PasskeyChallenges challenges,
            Ceremonies ceremonies,
            Challenges arrivals,
            ChallengeSeals seals,
            Users users,
            Reception reception,
            Transactions transactions,
            Throttle throttle,
            Clock clock,
            LetIn.AdmissionRules rules) {
        return new LogInWithPasskey(
                passkeys,
                challenges,
                ceremonies,
                arrivals,
                seals,
                users,
                reception,
                transactions,
                throttle,
                clock,
                rules);
    }

    @Singleton
    ShowSecondFactor showSecondFactor(SecondFactorReader reader) {
        return new ShowSecondFactor(reader);
    }

    @Singleton
    BeginSecondFactor beginSecondFactor(
            Users users,
            Sessions sessions,
            Authenticators authenticators,
            Totp totp,
            Transactions transactions,
            Clock clock) {
        return new BeginSecondFactor(users, sessions, authenticators, totp, transactions, clock);
    }

    @Singleton
    TurnOnSecondFactor turnOnSecondFactor(
            Authenticators authenticators,
            Totp totp,
            RecoveryCodes recoveryCodes,
            RecoveryMint mint,
            Sessions sessions,
            Evictions evictions,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        return new TurnOnSecondFactor(
                authenticators, totp, recoveryCodes, mint, sessions, evictions, events, transactions, throttle, clock);
    }
}
