package dev.beranda.domain.exchange;

import java.util.UUID;

/// Where something here came from.
///
/// @param local what it is called here
/// @param digest of what it was when it was brought, so that it is seen when it is another there
/// @param seen the version it had here when it was brought, so that it is seen when somebody saved it since
public record Provenance(ForeignKey key, UUID local, String digest, long seen) {}
