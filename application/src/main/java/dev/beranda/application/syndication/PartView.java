package dev.beranda.application.syndication;

import java.time.Instant;

/// A part of the map of the site.
///
/// @param number stays the same for ever
/// @param changedAt when anything in it last became different
public record PartView(int number, Instant changedAt) {}
