package dev.beranda.adapter.web.paging;

import org.jspecify.annotations.Nullable;

/// The cursors that lead from a page to the one before and the one behind it.
public record Turns(@Nullable String previous, @Nullable String next) {}
