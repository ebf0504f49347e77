package dev.beranda.domain.passkey;

/// What a device said about a key it used, found to be so.
public record Usage(long counter, boolean backedUp) {}
