package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.security.token.InstallationSecret;
import dev.beranda.adapter.web.credential.NameMarks;
import dev.beranda.application.credential.ApplyForAccount;
import dev.beranda.application.credential.AppointFirstAdministrator;
import dev.beranda.application.credential.AskForNewAddress;
import dev.beranda.application.credential.BeginSignUp;
import dev.beranda.application.credential.ChangePassword;
import dev.beranda.application.credential.CloseAccount;
import dev.beranda.application.credential.ImportPeople;
import dev.beranda.application.credential.JudgePassword;
import dev.beranda.application.credential.LogIn;
import dev.beranda.application.credential.LogInByLetter;
import dev.beranda.application.credential.OpenAccount;
import dev.beranda.application.credential.ProveBothFactors;
import dev.beranda.application.credential.ProveOneself;
import dev.beranda.application.credential.RefuseStranger;
import dev.beranda.application.credential.RenewRecoveryCodes;
import dev.beranda.application.credential.ResetPassword;
import dev.beranda.application.credential.ShutEverybodyOut;
import dev.beranda.application.credential.SignUp;
import dev.beranda.application.credential.TakeAddressBack;
import dev.beranda.application.credential.TakeDownNewDoors;
import dev.beranda.application.credential.TakeUnprovenAccount;
import dev.beranda.application.credential.TurnOffSecondFactor;
import dev.beranda.application.credential.WithdrawPassword;
import dev.beranda.application.factor.LetIn;
import dev.beranda.application.privacy.CancelErasure;
import dev.beranda.application.privacy.ForgetSquatter;
import dev.beranda.application.privacy.PrepareErasure;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.credential.BreachedPasswords;
import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.credential.PasswordHasher;
import dev.beranda.domain.credential.PasswordPolicy;
import dev.beranda.domain.credential.PasswordStrength;
import dev.beranda.domain.credential.Pledges;
import dev.beranda.domain.factor.Authenticators;
import dev.beranda.domain.factor.FactorInspector;
import dev.beranda.domain.factor.RecoveryCodes;
import dev.beranda.domain.factor.RecoveryMint;
import dev.beranda.domain.identity.Identities;
import dev.beranda.domain.letter.Annulment;
import dev.beranda.domain.letter.TicketInspector;
import dev.beranda.domain.letter.TicketSeals;
import dev.beranda.domain.letter.Tickets;
import dev.beranda.domain.passkey.Passkeys;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.FamiliarDevices;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.Applicants;
import dev.beranda.domain.user.Newcomers;
import dev.beranda.domain.user.Users;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

@Factory
final class CredentialWiring {

    @Singleton
    PasswordPolicy passwordPolicy(Settings settings, PasswordStrength strength, BreachedPasswords breached) {
        return new PasswordPolicy(settings.passwordMinimum(), strength, breached);
    }

    @Singleton
    JudgePassword judgePassword(PasswordPolicy policy) {
        return new JudgePassword(policy);
    }

    @Singleton
    NameMarks nameMarks(InstallationSecret secret) {
        return new NameMarks(secret.key(InstallationSecret.Purpose.NAME_MARKS));
    }

    @Singleton
    BeginSignUp beginSignUp(Throttle throttle) {
        return new BeginSignUp(throttle);
    }

    @Singleton
    ApplyForAccount applyForAccount(Users users, Applicants applicants, Pledges pledges, DomainEvents events) {
        return new ApplyForAccount(users, applicants, pledges, events);
    }

    @Singleton
    OpenAccount openAccount(
            Applicants applicants,
            Pledges pledges,
            TicketSeals seals,
            Users users,
            Credentials credentials,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        return new OpenAccount(applicants, pledges, seals, users, credentials, events, transactions, clock);
    }

    @Singleton
    SignUp signUp(
            Users users,
            Credentials credentials,
            ApplyForAccount applyForAccount,
            PasswordPolicy policy,
            PasswordHasher hasher,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            UuidSource uuids,
            Clock clock,
            Settings settings) {
        var rules = new SignUp.SignUpRules(settings.hidesAccounts());
        return new SignUp(
                users,
                credentials,
                applyForAccount,
                policy,
                hasher,
                events,
                transactions,
                throttle,
                uuids,
                clock,
                rules);
    }

    @Singleton
    ImportPeople importPeople(
            Newcomers newcomers,
            Credentials credentials,
            PasswordHasher hasher,
            AuditLog log,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids,
            Clock clock) {
        return new ImportPeople(newcomers, credentials, hasher, log, events, transactions, uuids, clock);
    }

    @Singleton
    LogIn logIn(
            Users users,
            Sessions sessions,
            Credentials credentials,
            PasswordHasher hasher,
            LetIn letIn,
            CancelErasure cancelErasure,
            Transactions transactions,
            Throttle throttle) {
        return new LogIn(users, sessions, credentials, hasher, letIn, cancelErasure, transactions, throttle);
    }

    @Singleton
    LogInByLetter logInByLetter(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            Credentials credentials,
            TakeUnprovenAccount takeUnprovenAccount,
            LetIn letIn,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        return new LogInByLetter(
                inspector, tickets, users, credentials, takeUnprovenAccount, letIn, events, transactions, clock);
    }

    @Singleton
    TakeDownNewDoors takeDownNewDoors(
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            Identities identities,
            Passkeys passkeys,
            Annulment annulment,
            DomainEvents events,
            Clock clock) {
        return new TakeDownNewDoors(authenticators, recoveryCodes, identities, passkeys, annulment, events, clock);
    }

    @Singleton
    TakeUnprovenAccount takeUnprovenAccount(
            Users users,
            Evictions evictions,
            FamiliarDevices devices,
            TakeDownNewDoors takeDownNewDoors,
            DomainEvents events,
            Clock clock) {
        return new TakeUnprovenAccount(users, evictions, devices, takeDownNewDoors, events, clock);
    }

    @Singleton
    WithdrawPassword withdrawPassword(Credentials credentials, DomainEvents events, Clock clock) {
        return new WithdrawPassword(credentials, events, clock);
    }

    @Singleton
    ShutEverybodyOut shutEverybodyOut(
            WithdrawPassword withdrawPassword,
            FamiliarDevices devices,
            Evictions evictions,
            TakeDownNewDoors takeDownNewDoors,
            DomainEvents events,
            Clock clock) {
        return new ShutEverybodyOut(withdrawPassword, devices, evictions, takeDownNewDoors, events, clock);
    }

    @Singleton
    RefuseStranger refuseStranger(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            ShutEverybodyOut shutEverybodyOut,
            Transactions transactions,
            Clock clock) {
        return new RefuseStranger(inspector, tickets, users, shutEverybodyOut, transactions, clock);
    }

    @Singleton
    TakeAddressBack takeAddressBack(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            ForgetSquatter forgetSquatter,
            ShutEverybodyOut shutEverybodyOut,
            Transactions transactions,
            Clock clock) {
        return new TakeAddressBack(inspector, tickets, users, forgetSquatter, shutEverybodyOut, transactions, clock);
    }

    @Singleton
    ResetPassword resetPassword(
            TicketInspector inspector,
            Tickets tickets,
            Users users,
            Credentials credentials,
            PasswordPolicy policy,
            PasswordHasher hasher,
            TakeUnprovenAccount takeUnprovenAccount,
            Evictions evictions,
            Annulment annulment,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        return new ResetPassword(
                inspector,
                tickets,
                users,
                credentials,
                policy,
                hasher,
                takeUnprovenAccount,
                evictions,
                annulment,
                events,
                transactions,
                throttle,
                clock);
    }

    @Singleton
    ProveBothFactors proveBothFactors(
            Credentials credentials,
            PasswordHasher hasher,
            FactorInspector inspector,
            Authenticators authenticators,
            Sessions sessions,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        return new ProveBothFactors(
                credentials, hasher, inspector, authenticators, sessions, transactions, throttle, clock);
    }

    @Singleton
    TurnOffSecondFactor turnOffSecondFactor(
            ProveBothFactors proveBothFactors,
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            Evictions evictions,
            DomainEvents events,
            Clock clock) {
        return new TurnOffSecondFactor(proveBothFactors, authenticators, recoveryCodes, evictions, events, clock);
    }

    @Singleton
    RenewRecoveryCodes renewRecoveryCodes(
            ProveBothFactors proveBothFactors,
            RecoveryCodes recoveryCodes,
            RecoveryMint mint,
            DomainEvents events,
            Clock clock) {
        return new RenewRecoveryCodes(proveBothFactors, recoveryCodes, mint, events, clock);
    }

    @Singleton
    ProveOneself proveOneself(
            Credentials credentials,
            PasswordHasher hasher,
            Authenticators authenticators,
            ProveBothFactors proveBothFactors,
            Sessions sessions,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        return new ProveOneself(
                credentials, hasher, authenticators, proveBothFactors, sessions, transactions, throttle, clock);
    }

    @Singleton
    AskForNewAddress askForNewAddress(ProveOneself proveOneself, DomainEvents events, Throttle throttle, Clock clock) {
        return new AskForNewAddress(proveOneself, events, throttle, clock);
    }

    @Singleton
    ChangePassword changePassword(
            Users users,
            Credentials credentials,
            PasswordPolicy policy,
            PasswordHasher hasher,
            Evictions evictions,
            Annulment annulment,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        return new ChangePassword(
                users, credentials, policy, hasher, evictions, annulment, events, transactions, throttle, clock);
    }

    @Singleton
    CloseAccount closeAccount(ProveOneself proveOneself, PrepareErasure prepareErasure) {
        return new CloseAccount(proveOneself, prepareErasure);
    }

    @Singleton
    AppointFirstAdministrator appointFirstAdministrator(
            Users users,
            Credentials credentials,
            PasswordPolicy policy,
            PasswordHasher hasher,
            AuditLog log,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids,
            Clock clock) {
        return new AppointFirstAdministrator(
                users, credentials, policy, hasher, log, events, transactions, uuids, clock);
    }
}
