package dev.beranda.application.exchange;

import java.util.Locale;

/// How content is written down that is exchanged.
public enum Format {
    /// Our own. Everything in it keeps its id.
    BERANDA,
    /// Texts with front matter in a ZIP, as Jekyll, Hugo and Astro keep them.
    MARKDOWN,
    /// WXR, the export of WordPress.
    WORDPRESS,
    /// The JSON export of Ghost.
    GHOST;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
