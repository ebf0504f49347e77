package dev.beranda.adapter.web.session;

import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Place;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a device is, in words for people; all absent where that is not known.
///
/// @param country two letters of ISO 3166
/// @param countryName in somebody's language
public record Whereabouts(
        @Nullable String country,
        @Nullable String countryName,
        @Nullable String city) {

    public static Whereabouts of(@Nullable Place place, Language language) {
        return place == null
                ? new Whereabouts(null, null, null)
                : new Whereabouts(
                        place.country(),
                        Locale.of("", place.country()).getDisplayCountry(Locale.of(language.tag())),
                        place.city().isEmpty() ? null : place.city());
    }
}
