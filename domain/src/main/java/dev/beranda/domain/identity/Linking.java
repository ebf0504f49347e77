package dev.beranda.domain.identity;

/// A new door and the news of it.
public record Linking(Identity identity, IdentityEvent event) {}
