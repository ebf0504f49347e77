package dev.beranda.adapter.web.user;

import dev.beranda.application.user.PublicProfileView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person as anybody sees them.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Profile")
record ProfileBody(
        UUID id,
        @Schema(example = "ayu") String username,
        @Schema(example = "Ayu Lestari") String displayName,
        @Nullable String bio,
        @Nullable @Schema(example = "https://ayu.example") String website,
        @Nullable @Schema(example = "Bandung") String location,

        @Nullable
        @Schema(
                description = "256 pixels wide, on this server; with 64, 128 or 512 at the end, as wide as that",
                example = "/api/avatars/019d0000-0000-7000-8000-000000000001/256")
        String avatarUrl,

        @Schema(description = "How many follow them") long followers,
        @Schema(description = "How many they follow") long following,
        Instant createdAt) {

    static ProfileBody of(PublicProfileView person) {
        var profile = person.profile();
        return new ProfileBody(
                person.id().value(),
                person.username().value(),
                profile.displayName().value(),
                Blank.asNull(profile.bio().value()),
                Blank.asNull(profile.website().value()),
                Blank.asNull(profile.location().value()),
                AvatarLinks.of(profile.avatar()),
                person.followers(),
                person.following(),
                person.registeredAt());
    }
}
