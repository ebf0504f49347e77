package dev.beranda.domain.shared;

/// Where something that was done came from.
///
/// @param request under which it stands in the logs
public record Origin(ClientAddress address, String request) {}
