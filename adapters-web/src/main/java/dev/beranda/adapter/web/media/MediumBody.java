package dev.beranda.adapter.web.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.application.media.MediumView;
import dev.beranda.domain.media.Format;
import dev.beranda.domain.media.Print;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A medium as anybody may know of it: ready to be put into a page.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Medium")
record MediumBody(
        UUID id,
        String type,
        int width,
        int height,

        @Schema(description = "What it shows, for those who cannot see it")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String alt,

        @Schema(description = "Where it is; behind it, `/` and the width that is wanted")
        String url,

        @Schema(description = "The widest there is, for `src`")
        String src,

        @Schema(description = "All widths, for `srcset`: who accepts WebP gets WebP")
        String srcset,

        List<Variant> variants,

        @Schema(description = "How much room they take together")
        long bytes,

        @Schema(description = "Whose it is, in lists; nobody's, once they are forgotten")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        UUID ownerId,

        Instant createdAt) {

    private static final String PLACE = "/api/media/";

    /// One file.
    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "MediumVariant")
    record Variant(int width, int height, String type, int bytes, String url) {

        static Variant of(String place, Print print) {
            return new Variant(
                    print.width(), print.height(), typeOf(print.format()), print.bytes(), place + "/" + print.name());
        }
    }

    /// For anybody.
    static MediumBody of(MediumView medium) {
        return of(medium, null);
    }

    /// For those who write, who are told whose it is.
    static MediumBody owned(MediumView medium) {
        var owner = medium.owner();
        return of(medium, owner == null ? null : owner.value());
    }

    private static MediumBody of(MediumView medium, @Nullable UUID owner) {
        String place = place(medium);
        List<Integer> widths =
                medium.prints().stream().map(Print::width).distinct().sorted().toList();
        return new MediumBody(
                medium.id().value(),
                typeOf(medium.was()),
                medium.width(),
                medium.height(),
                medium.alt().value().isEmpty() ? null : medium.alt().value(),
                place,
                place + "/" + widths.getLast(),
                widths.stream()
                        .map(width -> place + "/" + width + " " + width + "w")
                        .collect(Collectors.joining(", ")),
                medium.prints().stream().map(print -> Variant.of(place, print)).toList(),
                medium.bytes(),
                owner,
                medium.uploadedAt());
    }

    static String place(MediumView medium) {
        return PLACE + medium.id();
    }

    static String typeOf(Format format) {
        return "image/" + format.word();
    }
}
