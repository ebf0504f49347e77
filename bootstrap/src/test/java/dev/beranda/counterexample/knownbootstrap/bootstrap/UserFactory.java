package dev.beranda.counterexample.knownbootstrap.bootstrap;

public final class UserFactory {}
