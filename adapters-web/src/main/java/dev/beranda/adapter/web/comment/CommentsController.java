package dev.beranda.adapter.web.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.freshness.PublicAnswer;
import dev.beranda.adapter.web.freshness.PublicAnswers;
import dev.beranda.adapter.web.http.ClientAddresses;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsPublic;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.MayBeNowhere;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.openapi.ReadsQuery;
import dev.beranda.adapter.web.paging.Paging;
import dev.beranda.adapter.web.paging.Turns;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.adapter.web.retry.Once;
import dev.beranda.adapter.web.retry.TakesIdempotencyKey;
import dev.beranda.application.comment.CommentView;
import dev.beranda.application.comment.ListComments;
import dev.beranda.application.comment.ThreadOrder;
import dev.beranda.application.comment.WriteComment;
import dev.beranda.application.shared.Page;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.session.Access;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// What people say to one post.
@Controller("/api/posts/{post}/comments")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Comments")
final class CommentsController {

    private final ListComments listComments;
    private final WriteComment writeComment;
    private final CommentAnswers answers;
    private final ClientAddresses addresses;
    private final PublicAnswers publicAnswers;
    private final Paging paging;
    private final Once once;

    CommentsController(
            ListComments listComments,
            WriteComment writeComment,
            CommentAnswers answers,
            ClientAddresses addresses,
            PublicAnswers publicAnswers,
            Paging paging,
            Once once) {
        this.listComments = listComments;
        this.writeComment = writeComment;
        this.answers = answers;
        this.addresses = addresses;
        this.publicAnswers = publicAnswers;
        this.paging = paging;
        this.once = once;
    }

    @Get
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(
            operationId = "listComments",
            summary = "List what people say to a post, thread by thread",
            description =
                    "Answers follow what they answer. What is deleted or hidden keeps its place where answers hang"
                            + " below it.")
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "Which thread comes first; within one, the oldest answer always does",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"oldest", "newest"},
                            defaultValue = "oldest"))
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            headers = {
                @Header(name = "Link", description = "The next page", schema = @Schema(type = "string")),
                @Header(name = "ETag", description = "Of this answer", schema = @Schema(type = "string"))
            },
            content = @Content(schema = @Schema(implementation = Listing.class)))
    @IsPublic
    @MayBeNowhere
    @ReadsQuery
    @CanBeBusy
    CompletionStage<MutableHttpResponse<?>> list(
            HttpRequest<?> request, @PathVariable @Parameter(description = "Id or slug of the post") String post) {
        return publicAnswers.answer(request, () -> listed(request, post));
    }

    private PublicAnswer listed(HttpRequest<?> request, String post) {
        Fields query = Paging.query(request, "sort");
        var order = Paging.order(query, ThreadOrder::parse, ThreadOrder.OLDEST);
        var page = paging.asked(request, query);
        var comments = listComments
                .list(new ListComments.Query(key(post), CommentAnswers.audience(request), order, page))
                .orElseThrow(CommentAnswers::notFound);
        return publicAnswers.page(
                paging.answer(request, comments, Listing::of), CommentAnswers.subjects(comments.items()));
    }

    @Post
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(
            operationId = "writeComment",
            summary = "Say something to a post, or to what somebody said to it",
            description = "Where somebody has to look at it first, `status` says `held`, and nobody else sees it yet.")
    @SecurityRequirement(name = "bearer")
    @SecurityRequirement(name = "cookie")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WriteRequest.class)))
    @ApiResponse(
            responseCode = "201",
            description = "It is said",
            headers = {
                @Header(name = "Location", description = "Where it is", schema = @Schema(type = "string")),
                @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string"))
            },
            content = @Content(schema = @Schema(implementation = CommentBody.class)))
    @ApiResponse(
            responseCode = "401",
            description = "No token (`unauthenticated`), or not a good one (`token_not_valid`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "403",
            description =
                    "This house takes no comments (`comments_closed`); or known by cookie only, and without the session's"
                            + " CSRF token: `csrf_failed`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "The post is one's own to work on, but not published (`post_not_published`), the same is being carried"
                            + " out (`request_in_progress`), or a race was lost (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @MayBeNowhere
    @ReadsBody
    @IsThrottled
    @CanBeBusy
    @TakesIdempotencyKey
    HttpResponse<?> write(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(description = "Id or slug of the post") String post,
            @Body @Nullable Fields fields) {
        return once.answer(request, () -> written(request, caller, post, Fields.sent(fields)));
    }

    private HttpResponse<?> written(HttpRequest<?> request, Access caller, String post, Fields fields) {
        fields.allowing("body_markdown", "parent_id");
        var text = fields.required("body_markdown", CommentAnswers::text);
        var parent = fields.optional("parent_id", CommentAnswers::parent);
        fields.refuseIfFlawed();
        var command = new WriteComment.Command(
                CommentAnswers.participant(caller), key(post), parent.orNull(), text.value(), addresses.of(request));
        return switch (writeComment.write(command)) {
            case WriteComment.Outcome.Written(var comment) -> created(comment);
            case WriteComment.Outcome.NoSuchPost() -> throw CommentAnswers.notFound();
            case WriteComment.Outcome.NotPublished() -> throw CommentAnswers.conflict("post_not_published");
            case WriteComment.Outcome.NoSuchParent() -> throw CommentAnswers.noSuchParent();
            case WriteComment.Outcome.Closed() -> throw Refusal.of(HttpStatus.FORBIDDEN, "comments_closed");
            case WriteComment.Outcome.TooTangled() -> throw CommentAnswers.tooTangled();
            case WriteComment.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        };
    }

    private HttpResponse<?> created(CommentView comment) {
        return HttpResponse.created(CommentBody.of(comment))
                .header(HttpHeaders.ETAG, answers.of(comment).tag())
                .headers(headers -> headers.location(URI.create("/api/comments/" + comment.id())));
    }

    private static PostKey key(String raw) {
        return PostKey.of(raw).orElseThrow(CommentAnswers::notFound);
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "CommentList")
    record Listing(
            List<CommentBody> items,
            @Nullable String nextCursor,
            @Nullable String prevCursor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With `count=true`") @Nullable
            Long total) {

        static Listing of(Page<CommentView> page, Turns turns) {
            return new Listing(page.map(CommentBody::of).items(), turns.next(), turns.previous(), page.total());
        }
    }

    @Schema(name = "WriteComment")
    record WriteRequest(
            @Schema(name = "body_markdown", description = "Markdown, as far as it fits under somebody else's article")
            String bodyMarkdown,

            @Nullable @Schema(name = "parent_id", description = "What it answers; left out, the post itself")
            UUID parentId) {}
}
