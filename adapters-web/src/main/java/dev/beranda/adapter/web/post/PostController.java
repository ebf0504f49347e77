package dev.beranda.adapter.web.post;

import dev.beranda.adapter.web.freshness.PublicAnswer;
import dev.beranda.adapter.web.freshness.PublicAnswers;
import dev.beranda.adapter.web.http.EntityTags;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.HoldsVersion;
import dev.beranda.adapter.web.openapi.IsPublic;
import dev.beranda.adapter.web.openapi.MayBeNowhere;
import dev.beranda.adapter.web.openapi.NeedsWriter;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.post.DeletePost;
import dev.beranda.application.post.EditPost;
import dev.beranda.application.post.MovePost;
import dev.beranda.application.post.PostView;
import dev.beranda.application.post.ShowPost;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.session.Access;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// One post, by its id or its slug.
@Controller("/api/posts/{post}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Posts")
final class PostController {

    private final ShowPost showPost;
    private final EditPost editPost;
    private final MovePost movePost;
    private final DeletePost deletePost;
    private final PostAnswers answers;
    private final PublicAnswers publicAnswers;

    PostController(
            ShowPost showPost,
            EditPost editPost,
            MovePost movePost,
            DeletePost deletePost,
            PostAnswers answers,
            PublicAnswers publicAnswers) {
        this.showPost = showPost;
        this.editPost = editPost;
        this.movePost = movePost;
        this.deletePost = deletePost;
        this.answers = answers;
        this.publicAnswers = publicAnswers;
    }

    @Get
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(operationId = "showPost", summary = "Show a post")
    @ApiResponse(
            responseCode = "200",
            description = "The post",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = PostBody.class)))
    @ApiResponse(
            responseCode = "301",
            description = "It has another slug by now",
            headers = @Header(name = "Location", description = "Where it is", schema = @Schema(type = "string")))
    @IsPublic
    @MayBeNowhere
    @CanBeBusy
    CompletionStage<MutableHttpResponse<?>> show(
            HttpRequest<?> request, @PathVariable @Parameter(description = "Id or slug") String post) {
        return publicAnswers.answer(request, () -> shown(request, post));
    }

    private PublicAnswer shown(HttpRequest<?> request, String post) {
        PostKey key = PostAnswers.key(post);
        PostView view = showPost.show(new ShowPost.Query(key, PostAnswers.audience(request)))
                .orElseThrow(PostAnswers::notFound);
        return key instanceof PostKey.Address(var slug)
                        && !slug.equals(view.card().slug())
                ? PublicAnswer.moved("/api/posts/" + view.card().slug(), PostAnswers.subjects(view))
                : PublicAnswer.of(answers.of(view), PostAnswers.subjects(view));
    }

    @Patch
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(
            operationId = "editPost",
            summary = "Change a post",
            description =
                    "What is left out stays as it is, and `null` takes away what can be done without. What it said"
                            + " before is kept as a revision.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EditRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The post as it is now",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = PostBody.class)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "Another post has the slug, or had it once (`slug_taken`), it lies in the trash (`post_in_trash`), or a"
                            + " race was lost (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @HoldsVersion
    @MayBeNowhere
    @NeedsWriter
    @ReadsBody
    @CanBeBusy
    HttpResponse<?> edit(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(description = "Id or slug") String post,
            @Body @Nullable Fields fields) {
        var command = new EditPost.Command(
                PostAnswers.writer(caller),
                PostAnswers.key(post),
                EntityTags.wanted(request),
                PostFields.changes(Fields.sent(fields)));
        return switch (editPost.edit(command)) {
            case EditPost.Outcome.Edited(var edited) -> answers.of(edited).changed();
            case EditPost.Outcome.NoSuchPost() -> throw PostAnswers.notFound();
            case EditPost.Outcome.NotYours() -> throw PostAnswers.forbidden();
            case EditPost.Outcome.Stale() -> throw PostAnswers.stale();
            case EditPost.Outcome.InTrash() -> throw PostAnswers.inTrash();
            case EditPost.Outcome.SlugTaken() -> throw PostAnswers.slugTaken();
            case EditPost.Outcome.NoSuchCategory() -> throw PostAnswers.noSuchCategory();
            case EditPost.Outcome.NoSuchCover() -> throw PostAnswers.noSuchCover();
            case EditPost.Outcome.TooTangled() -> throw PostAnswers.tooTangled();
        };
    }

    @Delete
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "trashPost",
            summary = "Throw a post away",
            description =
                    "It lies in the trash for a while, from which it can be brought back. Who looks after all posts can"
                            + " delete for good what lies there, with all that hangs on it.")
    @Parameter(
            name = "permanently",
            in = ParameterIn.QUERY,
            description = "Out of the trash, for good; editors and administrators only",
            schema = @Schema(type = "boolean", defaultValue = "false"))
    @ApiResponse(responseCode = "204", description = "It is in the trash, or gone for good")
    @ApiResponse(
            responseCode = "400",
            description = "A parameter that is not known here: `unknown_field`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "It is not in the trash (`post_not_in_trash`), or a race was lost too often (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Understood, but the parameter will not do: `validation_failed`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @HoldsVersion
    @MayBeNowhere
    @NeedsWriter
    @CanBeBusy
    void trash(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(description = "Id or slug") String post) {
        Fields query = Query.of(request).allowing("permanently");
        var permanently = query.optional("permanently", Query::flag);
        query.refuseIfFlawed();
        if (Boolean.TRUE.equals(permanently.orNull())) {
            delete(request, caller, post);
        } else {
            move(request, caller, post, new MovePost.Step.Trash());
        }
    }

    private void delete(HttpRequest<?> request, Access caller, String post) {
        var command = new DeletePost.Command(
                PostAnswers.writer(caller), answers.origin(request), PostAnswers.key(post), EntityTags.wanted(request));
        switch (deletePost.delete(command)) {
            case DeletePost.Outcome.Deleted() -> {}
            case DeletePost.Outcome.NoSuchPost() -> throw PostAnswers.notFound();
            case DeletePost.Outcome.NotYours() -> throw PostAnswers.forbidden();
            case DeletePost.Outcome.Stale() -> throw PostAnswers.stale();
            case DeletePost.Outcome.NotInTrash() -> throw Refusal.of(HttpStatus.CONFLICT, "post_not_in_trash");
        }
    }

    @Post("/restore")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(operationId = "restorePost", summary = "Bring a post back from the trash, as it was")
    @ApiResponse(
            responseCode = "200",
            description = "The post as it is now",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = PostBody.class)))
    @ApiResponse(
            responseCode = "409",
            description = "It is not in the trash (`post_not_in_trash`), or a race was lost (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @HoldsVersion
    @MayBeNowhere
    @NeedsWriter
    @CanBeBusy
    HttpResponse<?> restore(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(description = "Id or slug") String post) {
        return move(request, caller, post, new MovePost.Step.Restore());
    }

    @Post("/publish")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(
            operationId = "publishPost",
            summary = "Give a post out, now or later",
            description = "One that was out before is out again as of then, and nobody is told that it is new."
                    + " With a later moment it cannot be read until then, also if it could till now.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PublishRequest.class)))
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
    @HoldsVersion
    @MayBeNowhere
    @NeedsWriter
    @ReadsBody
    @CanBeBusy
    HttpResponse<?> publish(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(description = "Id or slug") String post,
            @Body @Nullable Fields fields) {
        return move(request, caller, post, publication(fields));
    }

    private static MovePost.Step publication(@Nullable Fields fields) {
        if (fields == null) {
            return new MovePost.Step.Publish();
        }
        var at = fields.allowing("at").optional("at", Query::time);
        fields.refuseIfFlawed();
        return at.isPresent() ? new MovePost.Step.PublishAt(at.value()) : new MovePost.Step.Publish();
    }

    @Post("/unpublish")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(
            operationId = "unpublishPost",
            summary = "Take a post back",
            description = "What was only planned is what it was before: a draft, or taken back.")
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
    @HoldsVersion
    @MayBeNowhere
    @NeedsWriter
    @CanBeBusy
    HttpResponse<?> unpublish(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(description = "Id or slug") String post) {
        return move(request, caller, post, new MovePost.Step.Unpublish());
    }

    private HttpResponse<?> move(HttpRequest<?> request, Access caller, String post, MovePost.Step step) {
        var command = new MovePost.Command(
                PostAnswers.writer(caller), PostAnswers.key(post), EntityTags.wanted(request), step);
        return switch (movePost.move(command)) {
            case MovePost.Outcome.Done(var moved) -> answers.of(moved).changed();
            case MovePost.Outcome.NoSuchPost() -> throw PostAnswers.notFound();
            case MovePost.Outcome.NotYours() -> throw PostAnswers.forbidden();
            case MovePost.Outcome.Stale() -> throw PostAnswers.stale();
            case MovePost.Outcome.NotFromHere() -> throw notFromHere(step);
        };
    }

    private static Refusal notFromHere(MovePost.Step step) {
        return step instanceof MovePost.Step.Restore
                ? Refusal.of(HttpStatus.CONFLICT, "post_not_in_trash")
                : PostAnswers.inTrash();
    }

    @Schema(name = "EditPost")
    record EditRequest(
            @Nullable @Schema(maxLength = 200) String title,
            @Nullable @Schema(name = "body_markdown") String bodyMarkdown,

            @Nullable @Schema(maxLength = 500, description = "`null` for the beginning of the text")
            String excerpt,

            @Nullable @Schema(description = "The old one leads to the new")
            String slug,

            @Nullable @Schema(description = "Names, in place of those it had")
            List<String> tags,

            @Nullable @Schema(description = "A slug; `null` for none")
            String category,

            @Nullable @Schema(name = "cover_media_id", description = "`null` for none")
            UUID coverMediaId) {}

    @Schema(name = "PublishPost")
    record PublishRequest(
            @Nullable @Schema(description = "Left out, now") Instant at) {}
}
