package dev.beranda.domain.identity;

import java.util.Optional;

/// Seals errands for the way, each to its browser, and opens them again.
public interface ErrandSeals {

    ErrandToken seal(Errand errand, BrowserKey browser);

    /// The errand, if it was sealed by us, unchanged since, and to this browser.
    Optional<Errand> open(ErrandToken token, BrowserKey browser);

    /// The same for the same errand and browser, and told to nobody by either.
    ErrandSecrets secretsOf(Errand errand, BrowserKey browser);
}
