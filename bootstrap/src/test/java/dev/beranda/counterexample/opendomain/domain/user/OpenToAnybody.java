package dev.beranda.counterexample.opendomain.domain.user;

public class OpenToAnybody {}
