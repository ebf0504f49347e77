package dev.beranda.counterexample.shownadapters.adapter.persistence.user;

public class OpenToAnybody {}
