package dev.beranda.domain.user;

import dev.beranda.domain.shared.Language;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// What a person tells about themselves, and how they like to be spoken to.
///
/// @param language in which they are written to
/// @param timeZone in which they are told times
public record Profile(
        DisplayName displayName, Bio bio, Website website, Location location, Language language, ZoneId timeZone) {

    /// Of somebody who has told nothing yet.
    public static Profile of(DisplayName displayName, Language language) {
        return new Profile(displayName, Bio.NONE, Website.NONE, Location.NONE, language, ZoneOffset.UTC);
    }
}
