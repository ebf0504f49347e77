package dev.beranda.counterexample.shownadapters.adapter.persistence.user;

public final class ShownToNobody {}
