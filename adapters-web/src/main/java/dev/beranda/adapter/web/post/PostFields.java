package dev.beranda.adapter.web.post;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.application.post.EditPost;
import dev.beranda.application.post.PostStatus;
import dev.beranda.application.post.WritePost;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.post.Cover;
import dev.beranda.domain.post.Excerpt;
import dev.beranda.domain.post.Filing;
import dev.beranda.domain.post.Story;
import dev.beranda.domain.post.Title;
import dev.beranda.domain.post.Writer;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.tag.TagName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads posts out of requests.
final class PostFields {

    private static final Markdown NOTHING_YET = new Markdown("");

    private PostFields() {}

    static WritePost.Command written(Fields fields, Writer by) {
        fields.allowing("title", "body_markdown", "excerpt", "slug", "tags", "category", "cover_media_id", "status");
        var title = fields.required("title", Title::parse);
        var body = fields.optionalOr("body_markdown", PostFields::article, NOTHING_YET);
        var excerpt = fields.optionalOr("excerpt", Excerpt::parse, Excerpt.NONE);
        var slug = fields.optional("slug", Slug::parse);
        var tags = fields.optionalList("tags", TagName::parse, Filing.MOST_TAGS);
        var category = fields.optional("category", Slug::parse);
        var cover = fields.optional("cover_media_id", PostFields::cover);
        var status = fields.optional("status", PostFields::firstStatus);
        fields.refuseIfFlawed();
        return new WritePost.Command(
                by,
                new Story(
                        title.value(),
                        Objects.requireNonNullElse(body.orNull(), NOTHING_YET),
                        Objects.requireNonNullElse(excerpt.orNull(), Excerpt.NONE)),
                slug.orNull(),
                Objects.requireNonNullElse(tags.orNull(), List.of()),
                category.orNull(),
                Objects.requireNonNullElse(cover.orNull(), new Cover.None()),
                status.orNull() == PostStatus.PUBLISHED);
    }

    static EditPost.Changes changes(Fields fields) {
        fields.allowing("title", "body_markdown", "excerpt", "slug", "tags", "category", "cover_media_id");
        var title = fields.optional("title", Title::parse);
        var body = fields.optionalOr("body_markdown", PostFields::article, NOTHING_YET);
        var excerpt = fields.optionalOr("excerpt", Excerpt::parse, Excerpt.NONE);
        var slug = fields.optional("slug", Slug::parse);
        var tags = fields.isNull("tags") ? List.<TagName>of() : tags(fields);
        var category = fields.optional("category", Slug::parse);
        var cover = fields.isNull("cover_media_id")
                ? new Cover.None()
                : fields.optional("cover_media_id", PostFields::cover).orNull();
        fields.refuseIfFlawed();
        EditPost.Move move = category.orNull() == null ? still(fields) : new EditPost.Move.Under(category.value());
        return new EditPost.Changes(title.orNull(), body.orNull(), excerpt.orNull(), slug.orNull(), tags, move, cover);
    }

    private static EditPost.Move still(Fields fields) {
        return fields.isNull("category") ? new EditPost.Move.Away() : new EditPost.Move.Stay();
    }

    private static @Nullable List<TagName> tags(Fields fields) {
        return fields.optionalList("tags", TagName::parse, Filing.MOST_TAGS).orNull();
    }

    private static Parsed<Markdown> article(String raw) {
        return Markdown.parse(raw, Markdown.Kind.ARTICLE);
    }

    private static Parsed<Cover> cover(String raw) {
        return Query.id(raw)
                .map(MediaId::new)
                .map(id -> Parsed.<Cover>of(new Cover.Picture(id)))
                .orElseGet(() -> Parsed.flawed(new Flaw("media_unknown")));
    }

    /// A post begins as one of two; to the other stages it comes by the doors that lead there.
    private static Parsed<PostStatus> firstStatus(String raw) {
        return switch (PostStatus.parse(raw)) {
            case Parsed.Valid<PostStatus>(var status)
            when status == PostStatus.DRAFT || status == PostStatus.PUBLISHED -> Parsed.of(status);
            case Parsed.Valid<PostStatus> _, Parsed.Invalid<PostStatus> _ -> Parsed.flawed(new Flaw("status_unknown"));
        };
    }
}
