package dev.beranda.domain.shared;

/// Where a request came from, as far as the network can be believed.
///
/// @param value a literal IPv4 or IPv6 address in its canonical spelling
/// @param network the part of the net that one party holds, and so what is counted: the address itself for IPv4, the
///     /64 for IPv6
public record ClientAddress(String value, String network) {}
