package dev.beranda.application.factor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How somebody's second factor stands.
///
/// @param onSince null while it is off
public record SecondFactorView(@Nullable Instant onSince, int recoveryCodesLeft) {}
