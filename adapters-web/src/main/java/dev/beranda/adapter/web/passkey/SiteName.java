package dev.beranda.adapter.web.passkey;

/// What devices and apps know this site by: the name of its host.
public record SiteName(String value) {}
