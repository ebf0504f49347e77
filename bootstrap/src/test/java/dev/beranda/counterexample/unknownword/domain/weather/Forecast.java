package dev.beranda.counterexample.unknownword.domain.weather;

public record Forecast(String text) {}
