package dev.beranda.adapter.web.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.beranda.application.post.PostView;
import dev.beranda.domain.shared.Heading;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// A post with all it says.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Post")
record PostBody(
        @JsonUnwrapped PostCardBody card,

        @Schema(description = "Whether the excerpt is the author's own, and not the beginning of the text")
        boolean ownExcerpt,

        String bodyMarkdown,

        @Schema(description = "Safe to put into a page as it is")
        String bodyHtml,

        List<HeadingBody> tableOfContents) {

    static PostBody of(PostView post) {
        return new PostBody(
                PostCardBody.of(post.card()),
                post.hasOwnExcerpt(),
                post.markdown().value(),
                post.html().value(),
                post.outline().stream().map(HeadingBody::of).toList());
    }

    @Serdeable
    @Schema(name = "Heading")
    record HeadingBody(
            @Schema(minimum = "1", maximum = "6") int level,

            @Schema(description = "The part of an address after #")
            String anchor,

            String text) {

        static HeadingBody of(Heading heading) {
            return new HeadingBody(heading.level(), heading.anchor(), heading.text());
        }
    }
}
