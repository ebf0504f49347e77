package dev.beranda.adapter.web.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.paging.Turns;
import dev.beranda.application.post.PostCardView;
import dev.beranda.application.shared.Page;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of posts, wherever there is a list of them.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "PostList")
public record PostList(
        List<PostCardBody> items,
        @Nullable String nextCursor,
        @Nullable String prevCursor,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With `count=true`") @Nullable
        Long total) {

    public static PostList of(Page<PostCardView> page, Turns turns) {
        return ofCards(page.map(PostCardBody::of), turns);
    }

    static PostList ofCards(Page<PostCardBody> page, Turns turns) {
        return new PostList(page.items(), turns.next(), turns.previous(), page.total());
    }
}
