package dev.beranda.domain.identity;

import dev.beranda.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;

/// That somebody was vouched for and may come in, once and soon.
public record Voucher(VoucherId id, UserId user, Provider provider, Bonds bonds, Instant expiresAt) {

    public static final Duration LIFETIME = Duration.ofSeconds(60);

    public static Voucher of(VoucherId id, UserId user, Provider provider, Bonds bonds, Instant now) {
        return new Voucher(id, user, provider, bonds, now.plus(LIFETIME));
    }

    public boolean admits(Bonds shown, Instant now) {
        return now.isBefore(expiresAt) && bonds.areMetBy(shown);
    }

    /// What ties a code to those it was made for, in digests.
    ///
    /// @param browser of the key of the browser that came back; empty where none is shown
    /// @param challenge of what who sent it out keeps to themselves; empty where they asked for none
    public record Bonds(String browser, String challenge) {

        /// Who asked for a challenge must meet it, and who meets one must have asked. A page that asked for none may
        /// be on a server that has no cookies of the browser; a browser that shows some must be the one.
        boolean areMetBy(Bonds shown) {
            return challenge.equals(shown.challenge)
                    && (!challenge.isEmpty() || shown.browser.isEmpty() || browser.equals(shown.browser));
        }
    }
}
