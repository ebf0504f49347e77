package dev.beranda.counterexample.crossedmap.domain.credential;

public record CredentialId(String value) {}
