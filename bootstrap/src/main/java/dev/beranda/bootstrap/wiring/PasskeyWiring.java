package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.security.passkey.RelyingParty;
import dev.beranda.adapter.security.passkey.WebAuthnCeremonies;
import dev.beranda.adapter.web.passkey.SiteName;
import dev.beranda.application.passkey.AddPasskey;
import dev.beranda.application.passkey.BeginPasskey;
import dev.beranda.application.passkey.ListPasskeys;
import dev.beranda.application.passkey.PasskeyReader;
import dev.beranda.application.passkey.RemovePasskey;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.domain.passkey.Ceremonies;
import dev.beranda.domain.passkey.OtherWaysIn;
import dev.beranda.domain.passkey.PasskeyChallenges;
import dev.beranda.domain.passkey.Passkeys;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.Users;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

@Factory
final class PasskeyWiring {

    @Singleton
    SiteName siteName(Settings settings) {
        return new SiteName(URI.create(settings.publicUrl()).getHost());
    }

    @Singleton
    Ceremonies ceremonies(SiteName site, Settings settings) {
        Set<String> origins = new HashSet<>(settings.allowedOrigins());
        origins.add(settings.publicUrl());
        return new WebAuthnCeremonies(new RelyingParty(site.value(), origins));
    }

    @Singleton
    BeginPasskey beginPasskey(
            Users users,
            Sessions sessions,
            Passkeys passkeys,
            PasskeyChallenges challenges,
            Ceremonies ceremonies,
            Transactions transactions,
            Clock clock) {
        return new BeginPasskey(users, sessions, passkeys, challenges, ceremonies, transactions, clock);
    }

    @Singleton
    AddPasskey addPasskey(
            Passkeys passkeys,
            PasskeyChallenges challenges,
            Ceremonies ceremonies,
            Sessions sessions,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids,
            Clock clock) {
        return new AddPasskey(passkeys, challenges, ceremonies, sessions, events, transactions, uuids, clock);
    }

    @Singleton
    ListPasskeys listPasskeys(PasskeyReader reader) {
        return new ListPasskeys(reader);
    }

    @Singleton
    RemovePasskey removePasskey(
            Passkeys passkeys,
            OtherWaysIn otherWaysIn,
            Sessions sessions,
            Evictions evictions,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        return new RemovePasskey(passkeys, otherWaysIn, sessions, evictions, events, transactions, clock);
    }
}
