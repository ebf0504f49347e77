package dev.beranda.adapter.web.factor;

/// What an app calls this site in its list.
public record SiteName(String value) {}
