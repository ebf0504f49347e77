package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.persistence.feed.ChangeFeed;
import dev.beranda.adapter.persistence.feed.Topic;
import dev.beranda.adapter.security.token.Es256KeyForge;
import dev.beranda.adapter.security.token.HmacRefreshTokens;
import dev.beranda.adapter.security.token.InstallationSecret;
import dev.beranda.adapter.security.token.JwtAccessTokens;
import dev.beranda.adapter.security.token.SigningKeyRing;
import dev.beranda.adapter.security.token.TokenParties;
import dev.beranda.adapter.web.security.CsrfTokens;
import dev.beranda.application.session.CheckAccess;
import dev.beranda.application.session.EndOtherSessions;
import dev.beranda.application.session.EndSession;
import dev.beranda.application.session.LeaveSession;
import dev.beranda.application.session.ListSessions;
import dev.beranda.application.session.LogOut;
import dev.beranda.application.session.RecallAccess;
import dev.beranda.application.session.RecogniseSession;
import dev.beranda.application.session.RefreshSession;
import dev.beranda.application.session.RotateSigningKeys;
import dev.beranda.application.session.SessionReader;
import dev.beranda.application.session.ShowPublicKeys;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.domain.session.AccessTokens;
import dev.beranda.domain.session.Arrivals;
import dev.beranda.domain.session.Evictions;
import dev.beranda.domain.session.FamiliarDevices;
import dev.beranda.domain.session.Familiarity;
import dev.beranda.domain.session.Generations;
import dev.beranda.domain.session.KeyForge;
import dev.beranda.domain.session.PublishedKeys;
import dev.beranda.domain.session.Reception;
import dev.beranda.domain.session.RefreshTokens;
import dev.beranda.domain.session.Revocations;
import dev.beranda.domain.session.SessionLifetimes;
import dev.beranda.domain.session.Sessions;
import dev.beranda.domain.session.SigningKeys;
import dev.beranda.domain.session.TokenIssuer;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Places;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

@Factory
final class SessionWiring {

    @Singleton
    SessionLifetimes lifetimes() {
        return SessionLifetimes.USUAL;
    }

    @Singleton
    SigningKeyRing keyRing(
            SigningKeys keys, InstallationSecret secret, SessionLifetimes lifetimes, ChangeFeed feed, Clock clock) {
        var ring = new SigningKeyRing(keys, secret, lifetimes.access(), clock);
        feed.subscribe(Topic.SIGNING_KEY, new KeyNews(ring));
        return ring;
    }

    @Singleton
    KeyForge keyForge(InstallationSecret secret) {
        return new Es256KeyForge(secret);
    }

    @Singleton
    AccessTokens accessTokens(SigningKeyRing ring, Settings settings, UuidSource uuids, Clock clock) {
        return new JwtAccessTokens(ring, new TokenParties(settings.publicUrl(), settings.publicUrl()), uuids, clock);
    }

    @Singleton
    RefreshTokens refreshTokens(InstallationSecret secret) {
        return new HmacRefreshTokens(secret);
    }

    @Singleton
    CsrfTokens csrfTokens(InstallationSecret secret) {
        return new CsrfTokens(secret.key(InstallationSecret.Purpose.CSRF_TOKENS));
    }

    @Singleton
    TokenIssuer tokenIssuer(AccessTokens accessTokens, RefreshTokens refreshTokens, SessionLifetimes lifetimes) {
        return new TokenIssuer(accessTokens, refreshTokens, lifetimes);
    }

    @Singleton
    CheckAccess checkAccess(AccessTokens tokens, Revocations revocations) {
        return new CheckAccess(tokens, revocations);
    }

    @Singleton
    RecallAccess recallAccess(AccessTokens tokens, Revocations revocations) {
        return new RecallAccess(tokens, revocations);
    }

    @Singleton
    RefreshSession refreshSession(
            Sessions sessions,
            Generations generations,
            RefreshTokens tokens,
            TokenIssuer issuer,
            DomainEvents events,
            Transactions transactions,
            SessionLifetimes lifetimes,
            Clock clock) {
        return new RefreshSession(sessions, generations, tokens, issuer, events, transactions, lifetimes, clock);
    }

    @Singleton
    LogOut logOut(
            Sessions sessions, RefreshTokens tokens, DomainEvents events, Transactions transactions, Clock clock) {
        return new LogOut(sessions, tokens, events, transactions, clock);
    }

    @Singleton
    LeaveSession leaveSession(
            Sessions sessions, RefreshTokens tokens, DomainEvents events, Transactions transactions, Clock clock) {
        return new LeaveSession(sessions, tokens, events, transactions, clock);
    }

    @Singleton
    RecogniseSession recogniseSession(RefreshTokens tokens) {
        return new RecogniseSession(tokens);
    }

    @Singleton
    ListSessions listSessions(SessionReader reader, SessionLifetimes lifetimes, Places places, Clock clock) {
        return new ListSessions(reader, lifetimes, places, clock);
    }

    @Singleton
    EndSession endSession(Sessions sessions, DomainEvents events, Transactions transactions, Clock clock) {
        return new EndSession(sessions, events, transactions, clock);
    }

    @Singleton
    Evictions evictions(Sessions sessions, Arrivals arrivals, DomainEvents events) {
        return new Evictions(sessions, arrivals, events);
    }

    @Singleton
    Reception reception(
            Sessions sessions,
            TokenIssuer issuer,
            DomainEvents events,
            UuidSource uuids,
            SessionLifetimes lifetimes,
            FamiliarDevices devices,
            Places places) {
        return new Reception(sessions, issuer, events, uuids, lifetimes, new Familiarity(devices, places));
    }

    @Singleton
    Places places(Settings settings) {
        return settings.places().<Places>map(places -> places).orElse(_ -> Optional.empty());
    }

    @Singleton
    EndOtherSessions endOtherSessions(Evictions evictions, Transactions transactions, Clock clock) {
        return new EndOtherSessions(evictions, transactions, clock);
    }

    @Singleton
    RotateSigningKeys rotateSigningKeys(SigningKeys keys, KeyForge forge, SessionLifetimes lifetimes, Clock clock) {
        return new RotateSigningKeys(keys, forge, lifetimes, clock);
    }

    @Singleton
    ShowPublicKeys showPublicKeys(PublishedKeys keys) {
        return new ShowPublicKeys(keys);
    }
}
