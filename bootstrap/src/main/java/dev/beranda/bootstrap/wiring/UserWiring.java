package dev.beranda.bootstrap.wiring;

import dev.beranda.application.user.AccountReader;
import dev.beranda.application.user.EditProfile;
import dev.beranda.application.user.ProfileReader;
import dev.beranda.application.user.RecallAccount;
import dev.beranda.application.user.ShowAccount;
import dev.beranda.application.user.ShowProfile;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Users;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

@Factory
final class UserWiring {

    @Singleton
    ShowAccount showAccount(AccountReader accounts) {
        return new ShowAccount(accounts);
    }

    @Singleton
    RecallAccount recallAccount(AccountReader accounts) {
        return new RecallAccount(accounts);
    }

    @Singleton
    EditProfile editProfile(Users users, DomainEvents events, Transactions transactions, Clock clock) {
        return new EditProfile(users, events, transactions, clock);
    }

    @Singleton
    ShowProfile showProfile(ProfileReader profiles) {
        return new ShowProfile(profiles);
    }
}
