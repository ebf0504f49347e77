package dev.beranda.counterexample.forgedhtml.domain.shared;

public record SafeHtml(String value) {}
