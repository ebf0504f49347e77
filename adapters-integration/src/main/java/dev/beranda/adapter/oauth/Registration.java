package dev.beranda.adapter.oauth;

import dev.beranda.domain.identity.Provider;

/// What a provider and this installation agreed on.
public record Registration(Provider provider, Dialect dialect, String clientId, ClientSecret secret) {}
