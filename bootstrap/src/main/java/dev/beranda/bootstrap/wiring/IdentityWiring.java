package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.oauth.ClientSecret;
import dev.beranda.adapter.oauth.Dialect;
import dev.beranda.adapter.oauth.OauthProviders;
import dev.beranda.adapter.oauth.Registration;
import dev.beranda.adapter.security.token.HmacVoucherSeals;
import dev.beranda.adapter.security.token.InstallationSecret;
import dev.beranda.adapter.security.token.SealedErrands;
import dev.beranda.application.factor.LetIn;
import dev.beranda.application.identity.LeaveForProvider;
import dev.beranda.application.identity.LeaveToLink;
import dev.beranda.application.identity.LinkOutsider;
import dev.beranda.application.identity.ListIdentities;
import dev.beranda.application.identity.LogInByProvider;
import dev.beranda.application.identity.RecogniseOutsider;
import dev.beranda.application.identity.ReturnFromProvider;
import dev.beranda.application.identity.ShowProviders;
import dev.beranda.application.identity.UnlinkIdentity;
import dev.beranda.bootstrap.settings.ProviderSettings;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.domain.identity.ErrandSeals;
import dev.beranda.domain.identity.FinishedErrands;
import dev.beranda.domain.identity.Identities;
import dev.beranda.domain.identity.IdentityProviders;
import dev.beranda.domain.identity.OtherDoors;
import dev.beranda.domain.identity.Provider;
import dev.beranda.domain.identity.ReturnAddress;
import dev.beranda.domain.identity.ReturnAddresses;
import dev.beranda.domain.identity.VoucherSeals;
import dev.beranda.domain.identity.Vouchers;
import dev.beranda.domain.session.SessionLifetimes;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.Users;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

@Factory
final class IdentityWiring {

    @Singleton
    @Bean(preDestroy = "close")
    OauthProviders identityProviders(Settings settings, Clock clock) {
        return new OauthProviders(
                settings.providers().stream().map(IdentityWiring::registration).toList(), settings.publicUrl(), clock);
    }

    private static Registration registration(ProviderSettings provider) {
        var dialect = provider.issuer().<Dialect>map(Dialect.OpenId::new).orElseGet(() -> switch (provider.name()) {
            case "google" -> Dialect.OpenId.GOOGLE;
            case "github" -> Dialect.Github.USUAL;
            case "facebook" -> Dialect.Facebook.USUAL;
            default -> throw new IllegalStateException("nobody knows where " + provider.name() + " is");
        });
        return new Registration(
                new Provider(provider.name()), dialect, provider.clientId(), new ClientSecret(provider.clientSecret()));
    }

    /// Every page of ours and of those who may call us, unless the operator named the only ones.
    @Singleton
    ReturnAddresses returnAddresses(Settings settings) {
        if (!settings.returnPages().isEmpty()) {
            return new ReturnAddresses(settings.returnPages().getFirst(), List.of(), settings.returnPages());
        }
        String home = originOf(settings.publicUrl());
        List<String> origins = new ArrayList<>(settings.allowedOrigins());
        origins.add(home);
        return new ReturnAddresses(new ReturnAddress(home + "/"), origins, List.of());
    }

    /// As browsers spell it: in lower case, without the port that goes without saying.
    private static String originOf(String url) {
        return url.toLowerCase(Locale.ROOT).replaceFirst("^(https://[^/]+):443$|^(http://[^/]+):80$", "$1$2");
    }

    @Singleton
    ErrandSeals errandSeals(InstallationSecret secret) {
        return new SealedErrands(secret);
    }

    @Singleton
    VoucherSeals voucherSeals(InstallationSecret secret) {
        return new HmacVoucherSeals(secret);
    }

    @Singleton
    ShowProviders showProviders(IdentityProviders providers) {
        return new ShowProviders(providers);
    }

    @Singleton
    LeaveForProvider leaveForProvider(
            IdentityProviders providers,
            ReturnAddresses returnAddresses,
            ErrandSeals seals,
            Throttle throttle,
            UuidSource uuids,
            Clock clock) {
        return new LeaveForProvider(providers, returnAddresses, seals, throttle, uuids, clock);
    }

    @Singleton
    LeaveToLink leaveToLink(
            IdentityProviders providers,
            ReturnAddresses returnAddresses,
            Sessions sessions,
            ErrandSeals seals,
            UuidSource uuids,
            Clock clock) {
        return new LeaveToLink(providers, returnAddresses, sessions, seals, uuids, clock);
    }

    @Singleton
    RecogniseOutsider recogniseOutsider(
            Users users,
            Identities identities,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids,
            Clock clock,
            Settings settings) {
        var rules = new RecogniseOutsider.RecognitionRules(settings.hidesAccounts());
        return new RecogniseOutsider(users, identities, events, transactions, uuids, clock, rules);
    }

    @Singleton
    LinkOutsider linkOutsider(
            Identities identities,
            Sessions sessions,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids,
            SessionLifetimes lifetimes,
            Clock clock) {
        return new LinkOutsider(identities, sessions, events, transactions, uuids, lifetimes, clock);
    }

    @Singleton
    ReturnFromProvider returnFromProvider(
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
        return new ReturnFromProvider(
                seals,
                finished,
                providers,
                recogniseOutsider,
                linkOutsider,
                vouchers,
                voucherSeals,
                transactions,
                uuids,
                clock);
    }

    @Singleton
    LogInByProvider logInByProvider(
            Vouchers vouchers, VoucherSeals seals, Users users, LetIn letIn, Transactions transactions, Clock clock) {
        return new LogInByProvider(vouchers, seals, users, letIn, transactions, clock);
    }

    @Singleton
    ListIdentities listIdentities(Identities identities) {
        return new ListIdentities(identities);
    }

    @Singleton
    UnlinkIdentity unlinkIdentity(
            Identities identities,
            OtherDoors otherDoors,
            IdentityProviders providers,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        return new UnlinkIdentity(identities, otherDoors, providers, events, transactions, clock);
    }
}
