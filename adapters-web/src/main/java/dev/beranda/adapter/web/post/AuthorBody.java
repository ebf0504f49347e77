package dev.beranda.adapter.web.post;

import dev.beranda.adapter.web.user.AvatarLinks;
import dev.beranda.application.post.AuthorView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody below whose name something stands.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Author")
public record AuthorBody(
        UUID id,
        @Schema(example = "ayu") String username,
        @Schema(example = "Ayu Lestari") String displayName,

        @Nullable @Schema(example = "/api/avatars/019d0000-0000-7000-8000-000000000001/256")
        String avatarUrl) {

    public static AuthorBody of(AuthorView author) {
        return new AuthorBody(
                author.id().value(),
                author.username().value(),
                author.displayName().value(),
                AvatarLinks.of(author.avatar()));
    }
}
