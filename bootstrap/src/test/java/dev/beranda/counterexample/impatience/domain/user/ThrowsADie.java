package dev.beranda.counterexample.impatience.domain.user;

import java.util.Random;

public record ThrowsADie(Random die) {}
