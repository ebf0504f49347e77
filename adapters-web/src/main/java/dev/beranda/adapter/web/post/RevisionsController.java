package dev.beranda.adapter.web.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.http.EntityTags;
import dev.beranda.adapter.web.http.Representations;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.HoldsVersion;
import dev.beranda.adapter.web.openapi.MayBeNowhere;
import dev.beranda.adapter.web.openapi.NeedsWriter;
import dev.beranda.adapter.web.openapi.ReadsQuery;
import dev.beranda.adapter.web.paging.Paging;
import dev.beranda.adapter.web.paging.Turns;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.application.post.ListRevisions;
import dev.beranda.application.post.RestoreRevision;
import dev.beranda.application.post.RevisionView;
import dev.beranda.application.post.ShowRevision;
import dev.beranda.application.shared.Page;
import dev.beranda.domain.session.Access;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a post was, saved version by saved version, for those who work on it.
@Controller("/api/posts/{post}/revisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Posts")
final class RevisionsController {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final ListRevisions listRevisions;
    private final ShowRevision showRevision;
    private final RestoreRevision restoreRevision;
    private final PostAnswers answers;
    private final Representations representations;
    private final Paging paging;

    RevisionsController(
            ListRevisions listRevisions,
            ShowRevision showRevision,
            RestoreRevision restoreRevision,
            PostAnswers answers,
            Representations representations,
            Paging paging) {
        this.listRevisions = listRevisions;
        this.showRevision = showRevision;
        this.restoreRevision = restoreRevision;
        this.answers = answers;
        this.representations = representations;
        this.paging = paging;
    }

    @Get
    @Operation(
            operationId = "listRevisions",
            summary = "List what a post was, the latest first",
            description =
                    "Every save of its words, its tags, its category or its cover is kept; of very many, the latest hundred.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = "Link", description = "The next page", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = Listing.class)))
    @MayBeNowhere
    @NeedsWriter
    @ReadsQuery
    @CanBeBusy
    HttpResponse<Listing> list(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(description = "Id or slug") String post) {
        var page = paging.asked(request, Paging.query(request));
        var query = new ListRevisions.Query(PostAnswers.writer(caller), PostAnswers.key(post), page);
        return switch (listRevisions.list(query)) {
            case ListRevisions.Outcome.Listed(var revisions) -> paging.answer(request, revisions, Listing::of);
            case ListRevisions.Outcome.NoSuchPost() -> throw PostAnswers.notFound();
            case ListRevisions.Outcome.NotYours() -> throw PostAnswers.forbidden();
        };
    }

    @Get("/{number}")
    @Operation(
            operationId = "showRevision",
            summary = "Show what a post was, and what had become different",
            description = "Where there is too much to be compared line by line, it counts as replaced.")
    @ApiResponse(
            responseCode = "200",
            description = "What it was",
            headers = @Header(name = "ETag", description = "Of this answer", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = RevisionTextBody.class)))
    @ApiResponse(responseCode = "304", description = "Still what is named in If-None-Match")
    @MayBeNowhere
    @NeedsWriter
    @CanBeBusy
    HttpResponse<?> show(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(description = "Id or slug") String post,
            @PathVariable String number) {
        var query = new ShowRevision.Query(PostAnswers.writer(caller), PostAnswers.key(post), number(number));
        return switch (showRevision.show(query)) {
            case ShowRevision.Outcome.Shown(var revision, var change) ->
                representations.of(RevisionTextBody.of(revision, change)).to(request);
            case ShowRevision.Outcome.NoSuchPost(), ShowRevision.Outcome.NoSuchRevision() ->
                throw PostAnswers.notFound();
            case ShowRevision.Outcome.NotYours() -> throw PostAnswers.forbidden();
        };
    }

    @Post("/{number}/restore")
    @Operation(
            operationId = "restoreRevision",
            summary = "Have a post say again what it once said",
            description =
                    "Its title, its text, its excerpt, its tags, its category and its cover are what they were. A tag that was merged"
                            + " since is the one it was merged into; what was removed since is left out. It is one more save, and"
                            + " what the post is now is kept like all before.")
    @ApiResponse(
            responseCode = "200",
            description = "The post as it is now",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = PostBody.class)))
    @ApiResponse(
            responseCode = "409",
            description = "It lies in the trash (`post_in_trash`), or a race was lost (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "What could be set once cannot be by the rules of today: `validation_failed`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @HoldsVersion
    @MayBeNowhere
    @NeedsWriter
    @CanBeBusy
    HttpResponse<?> restore(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(description = "Id or slug") String post,
            @PathVariable String number) {
        var command = new RestoreRevision.Command(
                PostAnswers.writer(caller), PostAnswers.key(post), EntityTags.wanted(request), number(number));
        return switch (restoreRevision.restore(command)) {
            case RestoreRevision.Outcome.Restored(var restored) ->
                answers.of(restored).changed();
            case RestoreRevision.Outcome.NoSuchPost(), RestoreRevision.Outcome.NoSuchRevision() ->
                throw PostAnswers.notFound();
            case RestoreRevision.Outcome.NotYours() -> throw PostAnswers.forbidden();
            case RestoreRevision.Outcome.Stale() -> throw PostAnswers.stale();
            case RestoreRevision.Outcome.InTrash() -> throw PostAnswers.inTrash();
            case RestoreRevision.Outcome.TooTangled() -> throw PostAnswers.tooTangled();
        };
    }

    private static int number(String raw) {
        if (!NUMBER.matcher(raw).matches()) {
            throw PostAnswers.notFound();
        }
        return Integer.parseInt(raw);
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "RevisionList")
    record Listing(
            List<RevisionBody> items,
            @Nullable String nextCursor,
            @Nullable String prevCursor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With `count=true`") @Nullable
            Long total) {

        static Listing of(Page<RevisionView> page, Turns turns) {
            return new Listing(page.map(RevisionBody::of).items(), turns.next(), turns.previous(), page.total());
        }
    }
}
