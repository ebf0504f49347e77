package dev.beranda.domain.credential;

import java.util.List;

/// Guesses how long a password would stand against somebody who knows how people choose.
public interface PasswordStrength {

    /// @param personal words that say who the person is (names, address, the site): guessed first
    StrengthEstimate estimate(Password password, List<String> personal);
}
