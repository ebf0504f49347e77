package dev.beranda.counterexample.worldlyapplication.adapter.web.user;

public final class UserPage {}
