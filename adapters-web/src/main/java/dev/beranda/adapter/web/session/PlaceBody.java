package dev.beranda.adapter.web.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Place;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a device is, as far as its address tells.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Place")
public record PlaceBody(
        @Schema(description = "Two letters of ISO 3166", example = "ID")
        String country,

        @Schema(description = "In the language asked for", example = "Indonesia")
        String countryName,

        @Nullable String city) {

    public static @Nullable PlaceBody of(@Nullable Place place, Language language) {
        return place == null
                ? null
                : new PlaceBody(
                        place.country(),
                        Locale.of("", place.country()).getDisplayCountry(Locale.of(language.tag())),
                        place.city().isEmpty() ? null : place.city());
    }
}
