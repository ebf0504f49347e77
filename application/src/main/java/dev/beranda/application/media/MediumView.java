package dev.beranda.application.media;

import dev.beranda.domain.media.AltText;
import dev.beranda.domain.media.Format;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Medium;
import dev.beranda.domain.media.Owner;
import dev.beranda.domain.media.Print;
import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A medium as it is told of.
///
/// @param owner nobody, once they were forgotten
public record MediumView(
        MediaId id,
        @Nullable UserId owner,
        Format was,
        int width,
        int height,
        AltText alt,
        List<Print> prints,
        Instant uploadedAt,
        long version) {

    public MediumView {
        prints = List.copyOf(prints);
    }

    static MediumView of(Medium medium) {
        return new MediumView(
                medium.id(),
                medium.owner() instanceof Owner.Somebody(var user) ? user : null,
                medium.was(),
                medium.width(),
                medium.height(),
                medium.alt(),
                medium.prints(),
                medium.uploadedAt(),
                medium.version());
    }

    public long bytes() {
        return prints.stream().mapToLong(Print::bytes).sum();
    }
}
