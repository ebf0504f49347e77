package dev.beranda.counterexample.worldlydomain.domain.user;

import java.util.concurrent.CountDownLatch;

public record WaitsInAThread(CountDownLatch latch) {}
