package dev.beranda.domain.shared;

/// Whereabouts, as far as an address in the network tells.
///
/// @param country two letters of ISO 3166
/// @param city may be empty
public record Place(String country, String city) {}
