package dev.beranda.counterexample.boundpostgres.postgres;

public final class Cluster {}
