package dev.beranda.domain.passkey;

/// What a device said about a key it made, found to be so.
public record Attestation(CredentialId credential, String publicKey, long counter, boolean backedUp) {}
