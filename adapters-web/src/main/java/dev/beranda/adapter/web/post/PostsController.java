package dev.beranda.adapter.web.post;

import dev.beranda.adapter.web.freshness.PublicAnswer;
import dev.beranda.adapter.web.freshness.PublicAnswers;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsPublic;
import dev.beranda.adapter.web.openapi.NeedsWriter;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.openapi.ReadsQuery;
import dev.beranda.adapter.web.paging.Paging;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.retry.Once;
import dev.beranda.adapter.web.retry.TakesIdempotencyKey;
import dev.beranda.adapter.web.security.BearerRefusals;
import dev.beranda.adapter.web.security.Caller;
import dev.beranda.application.post.FoundPostView;
import dev.beranda.application.post.ListPosts;
import dev.beranda.application.post.PostOrder;
import dev.beranda.application.post.PostReader.Selection;
import dev.beranda.application.post.PostReader.Which;
import dev.beranda.application.post.PostStatus;
import dev.beranda.application.post.PostView;
import dev.beranda.application.post.SearchPosts;
import dev.beranda.application.post.WritePost;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.SearchText;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.user.Username;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// All posts: what there is to read, and a way to write.
@Controller("/api/posts")
@Tag(name = "Posts")
final class PostsController {

    private final ListPosts listPosts;
    private final SearchPosts searchPosts;
    private final WritePost writePost;
    private final PostAnswers answers;
    private final PublicAnswers publicAnswers;
    private final Paging paging;
    private final Once once;

    PostsController(
            ListPosts listPosts,
            SearchPosts searchPosts,
            WritePost writePost,
            PostAnswers answers,
            PublicAnswers publicAnswers,
            Paging paging,
            Once once) {
        this.once = once;
        this.listPosts = listPosts;
        this.searchPosts = searchPosts;
        this.writePost = writePost;
        this.answers = answers;
        this.publicAnswers = publicAnswers;
        this.paging = paging;
    }

    @Get
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(
            operationId = "listPosts",
            summary = "List posts, the newest first",
            description =
                    "Without `status`, what everybody can read. With another than `published`, what is one's own to"
                            + " work on; editors see everybody's.")
    @ChoosesPosts
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "How far they have come",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"draft", "scheduled", "published", "unpublished", "trashed"}))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description =
                    "`published_at`, `updated_at`, `title`, `comments` or `likes`; with `-` before it, the other way round; with `q` also"
                            + " `relevance`",
            schema = @Schema(type = "string", defaultValue = "-published_at"))
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            headers = {
                @Header(name = "Link", description = "The next page", schema = @Schema(type = "string")),
                @Header(name = "ETag", description = "Of this answer", schema = @Schema(type = "string"))
            },
            content = @Content(schema = @Schema(implementation = PostList.class)))
    @IsPublic
    @ReadsQuery
    @CanBeBusy
    CompletionStage<MutableHttpResponse<?>> list(HttpRequest<?> request) {
        return publicAnswers.answer(request, () -> listed(request));
    }

    private PublicAnswer listed(HttpRequest<?> request) {
        Fields query = Paging.query(request, "q", "tag", "category", "author", "status", "from", "to", "sort");
        var words = query.optional("q", SearchText::parse);
        var tag = query.optional("tag", Slug::parse);
        var category = query.optional("category", Slug::parse);
        var author = query.optional("author", Username::parse);
        var status = query.optional("status", PostStatus::parse);
        var from = query.optional("from", Query::time);
        var to = query.optional("to", Query::time);
        var selection = selection(request, status.orNull());
        var order = Paging.order(query, PostOrder::parse, usual(words.orNull(), selection));
        var page = paging.asked(request, query);
        var which = new Which(tag.orNull(), category.orNull(), author.orNull(), from.orNull(), to.orNull());
        if (words.orNull() == null) {
            refuseIfRelevantToNothing(order);
            var posts = listPosts.list(new ListPosts.Query(selection, which, order, page));
            return publicAnswers.page(
                    paging.answer(request, posts.map(PostCardBody::of), PostList::ofCards),
                    PostAnswers.subjects(posts.items().stream()));
        }
        var posts = searchPosts.search(new SearchPosts.Query(words.value(), selection, which, order, page));
        return publicAnswers.page(
                paging.answer(request, posts.map(PostCardBody::of), PostList::ofCards),
                PostAnswers.subjects(posts.items().stream().map(FoundPostView::card)));
    }

    private static void refuseIfRelevantToNothing(PostOrder order) {
        if (order.by() == PostOrder.Key.RELEVANCE) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "invalid_sort");
        }
    }

    private static Selection selection(HttpRequest<?> request, @Nullable PostStatus status) {
        var caller = Caller.ofAnybody(request);
        if (status == null || status == PostStatus.PUBLISHED) {
            return new Selection.Visible();
        }
        return new Selection.OnTheDesk(caller.map(PostAnswers::writer).orElseThrow(BearerRefusals::noToken), status);
    }

    private static PostOrder usual(@Nullable SearchText words, Selection selection) {
        if (words != null) {
            return PostOrder.BEST_FIRST;
        }
        return selection instanceof Selection.Visible ? PostOrder.NEWEST_FIRST : PostOrder.LAST_TOUCHED_FIRST;
    }

    @Post
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Secured({"author", "editor", "admin"})
    @Operation(
            operationId = "writePost",
            summary = "Write a post",
            description = "As a draft, unless `status` says `published`. Authors, editors and administrators do.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WriteRequest.class)))
    @ApiResponse(
            responseCode = "201",
            description = "It is written",
            headers = {
                @Header(name = "Location", description = "Where it is", schema = @Schema(type = "string")),
                @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string"))
            },
            content = @Content(schema = @Schema(implementation = PostBody.class)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "Another post has the slug, or had it once (`slug_taken`), a race was lost (`conflict`), or the"
                            + " same is being carried out (`request_in_progress`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsWriter
    @ReadsBody
    @CanBeBusy
    @TakesIdempotencyKey
    HttpResponse<?> write(
            HttpRequest<?> request, @Parameter(hidden = true) Access caller, @Body @Nullable Fields fields) {
        return once.answer(request, () -> write(caller, fields));
    }

    private HttpResponse<?> write(Access caller, @Nullable Fields fields) {
        var command = PostFields.written(Fields.sent(fields), PostAnswers.writer(caller));
        return switch (writePost.write(command)) {
            case WritePost.Outcome.Written(var post) -> written(post);
            case WritePost.Outcome.MayNotWrite() -> throw PostAnswers.forbidden();
            case WritePost.Outcome.SlugTaken() -> throw PostAnswers.slugTaken();
            case WritePost.Outcome.NoSuchCategory() -> throw PostAnswers.noSuchCategory();
            case WritePost.Outcome.NoSuchCover() -> throw PostAnswers.noSuchCover();
            case WritePost.Outcome.TooTangled() -> throw PostAnswers.tooTangled();
        };
    }

    private HttpResponse<?> written(PostView post) {
        var representation = answers.of(post);
        return HttpResponse.created(representation.json())
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, representation.tag())
                .headers(headers ->
                        headers.location(URI.create("/api/posts/" + post.card().slug())));
    }

    @Schema(name = "WritePost")
    record WriteRequest(
            @Schema(maxLength = 200) String title,

            @Nullable
            @Schema(name = "body_markdown", description = "Markdown, with tables, task lists, footnotes and code")
            String bodyMarkdown,

            @Nullable @Schema(maxLength = 500, description = "Left out, the beginning of the text")
            String excerpt,

            @Nullable @Schema(description = "Left out, made of the title")
            String slug,

            @Nullable @Schema(description = "Names; what is not known yet is added")
            List<String> tags,

            @Nullable @Schema(description = "A slug") String category,
            @Nullable @Schema(name = "cover_media_id") UUID coverMediaId,

            @Nullable
            @Schema(
                    allowableValues = {"draft", "published"},
                    defaultValue = "draft")
            String status) {}
}
