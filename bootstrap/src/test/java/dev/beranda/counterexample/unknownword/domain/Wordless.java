package dev.beranda.counterexample.unknownword.domain;

public record Wordless(String text) {}
