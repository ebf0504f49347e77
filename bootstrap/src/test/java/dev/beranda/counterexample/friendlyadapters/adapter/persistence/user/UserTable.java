package dev.beranda.counterexample.friendlyadapters.adapter.persistence.user;

public final class UserTable {}
