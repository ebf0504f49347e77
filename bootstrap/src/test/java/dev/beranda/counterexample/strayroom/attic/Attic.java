package dev.beranda.counterexample.strayroom.attic;

public final class Attic {}
