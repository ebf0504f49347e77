package dev.beranda.adapter.web.readership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.paging.Turns;
import dev.beranda.adapter.web.user.AvatarLinks;
import dev.beranda.application.readership.FollowedView;
import dev.beranda.application.shared.Page;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "FollowedList")
record FollowedList(
        List<Item> items,
        @Nullable String nextCursor,
        @Nullable String prevCursor,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With `count=true`") @Nullable
        Long total) {

    static FollowedList of(Page<FollowedView> page, Turns turns) {
        return new FollowedList(page.map(Item::of).items(), turns.next(), turns.previous(), page.total());
    }

    /// Somebody one follows.
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Followed")
    record Item(
            UUID id,
            @Schema(example = "ayu") String username,
            @Schema(example = "Ayu Lestari") String displayName,

            @Nullable @Schema(example = "/api/avatars/019d0000-0000-7000-8000-000000000001/256")
            String avatarUrl,

            @Schema(description = "Since when") Instant followedAt) {

        static Item of(FollowedView person) {
            return new Item(
                    person.id().value(),
                    person.username().value(),
                    person.displayName().value(),
                    AvatarLinks.of(person.avatar()),
                    person.since());
        }
    }
}
