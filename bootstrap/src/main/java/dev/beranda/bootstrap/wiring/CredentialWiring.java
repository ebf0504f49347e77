package dev.beranda.bootstrap.wiring;

import dev.beranda.application.credential.AppointFirstAdministrator;
import dev.beranda.application.credential.ChangePassword;
import dev.beranda.application.credential.JudgePassword;
import dev.beranda.application.credential.LogIn;
import dev.beranda.application.credential.SignUp;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.domain.credential.BreachedPasswords;
import dev.beranda.domain.credential.Credentials;
import dev.beranda.domain.credential.PasswordHasher;
import dev.beranda.domain.credential.PasswordPolicy;
import dev.beranda.domain.credential.PasswordStrength;
import dev.beranda.domain.session.SessionLifetimes;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.session.TokenIssuer;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
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
    SignUp signUp(
            Users users,
            Credentials credentials,
            PasswordPolicy policy,
            PasswordHasher hasher,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            UuidSource uuids,
            Clock clock) {
        return new SignUp(users, credentials, policy, hasher, events, transactions, throttle, uuids, clock);
    }

    @Singleton
    LogIn logIn(
            Users users,
            Credentials credentials,
            PasswordHasher hasher,
            Sessions sessions,
            TokenIssuer issuer,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            UuidSource uuids,
            Clock clock,
            SessionLifetimes lifetimes,
            Settings settings) {
        var rules = new LogIn.LoginRules(lifetimes, settings.emailMustBeVerified());
        return new LogIn(
                users, credentials, hasher, sessions, issuer, events, transactions, throttle, uuids, clock, rules);
    }

    @Singleton
    ChangePassword changePassword(
            Users users,
            Credentials credentials,
            PasswordPolicy policy,
            PasswordHasher hasher,
            Sessions sessions,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            Clock clock) {
        return new ChangePassword(users, credentials, policy, hasher, sessions, events, transactions, throttle, clock);
    }

    @Singleton
    AppointFirstAdministrator appointFirstAdministrator(
            Users users,
            Credentials credentials,
            PasswordPolicy policy,
            PasswordHasher hasher,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids,
            Clock clock) {
        return new AppointFirstAdministrator(users, credentials, policy, hasher, events, transactions, uuids, clock);
    }
}
