package dev.beranda.counterexample.crossedmap.domain.shared;

import dev.beranda.counterexample.crossedmap.domain.credential.CredentialId;

public record KnowsCredentials(CredentialId id) {}
