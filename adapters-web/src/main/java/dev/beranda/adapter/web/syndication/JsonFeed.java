package dev.beranda.adapter.web.syndication;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.user.Blank;
import dev.beranda.application.post.LabelView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A feed as JSON Feed 1.1.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "JsonFeed", description = "https://jsonfeed.org/version/1.1")
record JsonFeed(
        String version,
        String title,
        String homePageUrl,
        String feedUrl,
        @Nullable String description,
        List<Item> items) {

    static final String TYPE = "application/feed+json";

    static JsonFeed of(Feed feed) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                feed.title(),
                feed.site().home(),
                feed.self(),
                Blank.asNull(feed.site().description()),
                feed.entries().stream().map(Item::of).toList());
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "JsonFeedItem")
    record Item(
            @Schema(description = "Stays the same for ever, whatever becomes of the address")
            String id,

            @Schema(description = "The page for people") String url,
            String title,

            @Schema(description = "Safe HTML; every address in it is a whole one")
            String contentHtml,

            @Nullable String summary,

            @Nullable @Schema(description = "The cover") String image,

            Instant datePublished,
            Instant dateModified,

            @Nullable @Schema(description = "Absent where they wanted to be forgotten")
            List<Author> authors,

            List<String> tags,
            @Nullable List<Attachment> attachments) {

        private static Item of(Feed.Entry entry) {
            var picture = entry.picture();
            return new Item(
                    entry.id(),
                    entry.page(),
                    entry.title(),
                    entry.html(),
                    Blank.asNull(entry.summary()),
                    picture == null ? null : picture.address(),
                    entry.publishedAt(),
                    entry.changedAt(),
                    entry.author() == null ? null : List.of(new Author(entry.author())),
                    entry.labels().stream().map(LabelView::name).distinct().toList(),
                    picture == null ? null : List.of(Attachment.of(picture)));
        }
    }

    @Serdeable
    @Schema(name = "JsonFeedAuthor")
    record Author(String name) {}

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "JsonFeedAttachment")
    record Attachment(String url, String mimeType, @Nullable String title, int sizeInBytes) {

        private static Attachment of(Feed.Picture picture) {
            return new Attachment(picture.address(), picture.type(), Blank.asNull(picture.alt()), picture.bytes());
        }
    }
}
