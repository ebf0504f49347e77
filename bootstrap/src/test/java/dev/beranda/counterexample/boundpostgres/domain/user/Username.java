package dev.beranda.counterexample.boundpostgres.domain.user;

public record Username(String value) {}
