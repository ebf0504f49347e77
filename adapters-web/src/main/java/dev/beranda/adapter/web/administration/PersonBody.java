package dev.beranda.adapter.web.administration;

import dev.beranda.adapter.web.user.AvatarLinks;
import dev.beranda.application.administration.PersonView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An account as administrators see it.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Person")
record PersonBody(
        UUID id,
        @Schema(example = "ayu") String username,
        @Schema(example = "ayu@example.com") String email,
        boolean emailVerified,
        @Schema(example = "Ayu Lestari") String displayName,

        @Nullable
        @Schema(
                description = "256 pixels wide, on this server; with 64, 128 or 512 at the end, as wide as that",
                example = "/api/avatars/019d0000-0000-7000-8000-000000000001/256")
        String avatarUrl,

        @Schema(description = "reader, author, editor or admin", example = "reader")
        String role,

        @Schema(description = "Shut out by an administrator")
        boolean disabled,

        @Nullable @Schema(description = "When the account is going to be erased")
        Instant leavesAt,

        Instant createdAt,
        @Schema(description = "Also the ETag") long version) {

    static PersonBody of(PersonView person) {
        return new PersonBody(
                person.id().value(),
                person.username().value(),
                person.email().value(),
                person.emailVerified(),
                person.displayName().value(),
                AvatarLinks.of(person.avatar()),
                person.role().word(),
                person.disabled(),
                person.leavesAt(),
                person.registeredAt(),
                person.version());
    }
}
