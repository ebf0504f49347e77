package dev.beranda.counterexample.wornclock.domain.user;

import java.time.Clock;

public record WearsAClock(Clock clock) {}
