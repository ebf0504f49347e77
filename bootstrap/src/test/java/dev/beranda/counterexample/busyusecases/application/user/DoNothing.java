package dev.beranda.counterexample.busyusecases.application.user;

public final class DoNothing {}
