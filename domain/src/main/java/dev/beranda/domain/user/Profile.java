package dev.beranda.domain.user;

import dev.beranda.domain.shared.Language;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// What a person tells and shows about themselves, and how they like to be spoken to.
///
/// @param language in which they are written to
/// @param timeZone in which they are told times
/// @param signInAlerts whether they are written to when somebody comes in who may not be them
public record Profile(
        DisplayName displayName,
        Bio bio,
        Website website,
        Location location,
        Language language,
        ZoneId timeZone,
        boolean signInAlerts,
        Avatar avatar) {

    /// Of somebody who has told nothing yet.
    public static Profile of(DisplayName displayName, Language language) {
        return new Profile(
                displayName, Bio.NONE, Website.NONE, Location.NONE, language, ZoneOffset.UTC, true, Avatar.NONE);
    }

    public Profile showing(Avatar other) {
        return new Profile(displayName, bio, website, location, language, timeZone, signInAlerts, other);
    }
}
