package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.media.ImageDarkroom;
import dev.beranda.adapter.media.Places;
import dev.beranda.application.user.AccountReader;
import dev.beranda.application.user.EditProfile;
import dev.beranda.application.user.ProfileReader;
import dev.beranda.application.user.RecallAccount;
import dev.beranda.application.user.RemoveAvatar;
import dev.beranda.application.user.SetAvatar;
import dev.beranda.application.user.ShowAccount;
import dev.beranda.application.user.ShowAvatar;
import dev.beranda.application.user.ShowProfile;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.Avatars;
import dev.beranda.domain.user.Darkroom;
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
    Places placesForPictures() {
        return new Places();
    }

    @Singleton
    Darkroom darkroom(Places places) {
        return new ImageDarkroom(places);
    }

    @Singleton
    SetAvatar setAvatar(
            Users users,
            Avatars avatars,
            Darkroom darkroom,
            DomainEvents events,
            Transactions transactions,
            Throttle throttle,
            UuidSource uuids,
            Clock clock) {
        return new SetAvatar(users, avatars, darkroom, events, transactions, throttle, uuids, clock);
    }

    @Singleton
    RemoveAvatar removeAvatar(
            Users users, Avatars avatars, DomainEvents events, Transactions transactions, Clock clock) {
        return new RemoveAvatar(users, avatars, events, transactions, clock);
    }

    @Singleton
    ShowAvatar showAvatar(Avatars avatars) {
        return new ShowAvatar(avatars);
    }

    @Singleton
    ShowProfile showProfile(ProfileReader profiles) {
        return new ShowProfile(profiles);
    }
}
