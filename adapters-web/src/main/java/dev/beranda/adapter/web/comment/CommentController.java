package dev.beranda.adapter.web.comment;

import dev.beranda.adapter.web.freshness.PublicAnswer;
import dev.beranda.adapter.web.freshness.PublicAnswers;
import dev.beranda.adapter.web.http.EntityTags;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.HoldsVersion;
import dev.beranda.adapter.web.openapi.IsPublic;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.MayBeNowhere;
import dev.beranda.adapter.web.openapi.NamesWhatWasRead;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.NeedsWriter;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.application.comment.DeleteComment;
import dev.beranda.application.comment.EditComment;
import dev.beranda.application.comment.ModerateComment;
import dev.beranda.application.comment.ReportComment;
import dev.beranda.application.comment.ShowComment;
import dev.beranda.domain.comment.ReportNote;
import dev.beranda.domain.comment.ReportReason;
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
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// One comment.
@Controller("/api/comments/{comment}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Comments")
final class CommentController {

    private final ShowComment showComment;
    private final EditComment editComment;
    private final DeleteComment deleteComment;
    private final ReportComment reportComment;
    private final ModerateComment moderateComment;
    private final CommentAnswers answers;
    private final PublicAnswers publicAnswers;

    CommentController(
            ShowComment showComment,
            EditComment editComment,
            DeleteComment deleteComment,
            ReportComment reportComment,
            ModerateComment moderateComment,
            CommentAnswers answers,
            PublicAnswers publicAnswers) {
        this.showComment = showComment;
        this.editComment = editComment;
        this.deleteComment = deleteComment;
        this.reportComment = reportComment;
        this.moderateComment = moderateComment;
        this.answers = answers;
        this.publicAnswers = publicAnswers;
    }

    @Get
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(
            operationId = "showComment",
            summary = "Show a comment",
            description = "What is not published only its author sees, and who judges it.")
    @ApiResponse(
            responseCode = "200",
            description = "The comment",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = CommentBody.class)))
    @IsPublic
    @MayBeNowhere
    @CanBeBusy
    CompletionStage<MutableHttpResponse<?>> show(
            HttpRequest<?> request,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String comment) {
        return publicAnswers.answer(request, () -> shown(request, comment));
    }

    private PublicAnswer shown(HttpRequest<?> request, String comment) {
        var query = new ShowComment.Query(CommentAnswers.id(comment), CommentAnswers.audience(request));
        var view = showComment.show(query).orElseThrow(CommentAnswers::notFound);
        return PublicAnswer.of(answers.of(view), CommentAnswers.subjects(List.of(view)));
    }

    @Patch
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(
            operationId = "editComment",
            summary = "Reword one's own comment",
            description = "For a quarter of an hour. Other words are looked at as if they were new.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EditRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The comment as it is now",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = CommentBody.class)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "It is too late (`edit_window_closed`), it was rejected or deleted (`comment_settled`), or a race was"
                            + " lost (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @HoldsVersion
    @MayBeNowhere
    @NeedsWriter
    @ReadsBody
    @IsThrottled
    @CanBeBusy
    HttpResponse<?> edit(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String comment,
            @Body @Nullable Fields fields) {
        var sent = Fields.sent(fields).allowing("body_markdown");
        var text = sent.optional("body_markdown", CommentAnswers::text);
        sent.refuseIfFlawed();
        var command = new EditComment.Command(
                CommentAnswers.participant(caller),
                CommentAnswers.id(comment),
                EntityTags.wanted(request),
                text.orNull(),
                answers.origin(request).address());
        return switch (editComment.edit(command)) {
            case EditComment.Outcome.Done(var edited) -> answers.of(edited).changed();
            case EditComment.Outcome.NoSuchComment() -> throw CommentAnswers.notFound();
            case EditComment.Outcome.NotYours() -> throw CommentAnswers.forbidden();
            case EditComment.Outcome.Stale() -> throw CommentAnswers.stale();
            case EditComment.Outcome.TooLate _ -> throw CommentAnswers.conflict("edit_window_closed");
            case EditComment.Outcome.Settled() -> throw CommentAnswers.conflict("comment_settled");
            case EditComment.Outcome.TooTangled() -> throw CommentAnswers.tooTangled();
            case EditComment.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        };
    }

    @Delete
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteComment",
            summary = "Take a comment back for good",
            description = "One's own; editors take back anybody's. Its place is kept for the answers.")
    @ApiResponse(responseCode = "204", description = "It is gone")
    @ApiResponse(
            responseCode = "409",
            description = "A race was lost too often: `conflict`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @HoldsVersion
    @MayBeNowhere
    @NeedsWriter
    @CanBeBusy
    void delete(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String comment) {
        var command = new DeleteComment.Command(
                CommentAnswers.participant(caller),
                answers.origin(request),
                CommentAnswers.id(comment),
                EntityTags.wanted(request));
        switch (deleteComment.delete(command)) {
            case DeleteComment.Outcome.Done() -> {}
            case DeleteComment.Outcome.NoSuchComment() -> throw CommentAnswers.notFound();
            case DeleteComment.Outcome.NotYours() -> throw CommentAnswers.forbidden();
            case DeleteComment.Outcome.Stale() -> throw CommentAnswers.stale();
        }
    }

    @Post("/report")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "reportComment",
            summary = "Tell those who look after the house that something is wrong with a comment",
            description =
                    "Once each; to do it again changes nothing. When enough people do, it is withheld until somebody"
                            + " has looked at it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReportRequest.class)))
    @ApiResponse(responseCode = "204", description = "They will hear of it")
    @ApiResponse(
            responseCode = "409",
            description = "It is one's own (`own_comment`), or a race was lost (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @MayBeNowhere
    @NeedsToken
    @ReadsBody
    @IsThrottled
    @CanBeBusy
    void report(
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String comment,
            @Body @Nullable Fields fields) {
        var sent = Fields.sent(fields).allowing("reason", "note");
        var reason = sent.required("reason", ReportReason::parse);
        var note = sent.optionalOr("note", ReportNote::parse, ReportNote.NONE);
        sent.refuseIfFlawed();
        var command = new ReportComment.Command(
                caller.bearer().user(),
                CommentAnswers.id(comment),
                reason.value(),
                note.isPresent() ? note.value() : ReportNote.NONE);
        switch (reportComment.report(command)) {
            case ReportComment.Outcome.Reported() -> {}
            case ReportComment.Outcome.NoSuchComment() -> throw CommentAnswers.notFound();
            case ReportComment.Outcome.TheirOwn() -> throw CommentAnswers.conflict("own_comment");
            case ReportComment.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        }
    }

    @Post("/approve")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Secured({"editor", "admin"})
    @Operation(
            operationId = "approveComment",
            summary = "Let everybody read a comment",
            description =
                    "What readers complained about it is heard with that. Of one that was reworded, `If-Match` has to name the"
                            + " version that was looked at.")
    @ApiResponse(
            responseCode = "200",
            description = "The comment as it is now",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = CommentBody.class)))
    @ApiResponse(
            responseCode = "409",
            description = "It was deleted (`comment_settled`), or a race was lost (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @HoldsVersion
    @NamesWhatWasRead
    @MayBeNowhere
    @NeedsWriter
    @CanBeBusy
    HttpResponse<?> approve(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String comment) {
        return moderate(request, caller, comment, ModerateComment.Step.APPROVE);
    }

    @Post("/reject")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Secured({"editor", "admin"})
    @Operation(operationId = "rejectComment", summary = "Let nobody read a comment")
    @ApiResponse(
            responseCode = "200",
            description = "The comment as it is now",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = CommentBody.class)))
    @ApiResponse(
            responseCode = "409",
            description = "It was deleted (`comment_settled`), or a race was lost (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @HoldsVersion
    @NamesWhatWasRead
    @MayBeNowhere
    @NeedsWriter
    @CanBeBusy
    HttpResponse<?> reject(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String comment) {
        return moderate(request, caller, comment, ModerateComment.Step.REJECT);
    }

    @Post("/spam")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Secured({"editor", "admin"})
    @Operation(
            operationId = "markCommentAsSpam",
            summary = "Call a comment spam",
            description = "To its author it looks as if it were held.")
    @ApiResponse(
            responseCode = "200",
            description = "The comment as it is now",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = CommentBody.class)))
    @ApiResponse(
            responseCode = "409",
            description = "It was deleted (`comment_settled`), or a race was lost (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @HoldsVersion
    @NamesWhatWasRead
    @MayBeNowhere
    @NeedsWriter
    @CanBeBusy
    HttpResponse<?> spam(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String comment) {
        return moderate(request, caller, comment, ModerateComment.Step.SPAM);
    }

    private HttpResponse<?> moderate(HttpRequest<?> request, Access caller, String comment, ModerateComment.Step step) {
        var command = new ModerateComment.Command(
                CommentAnswers.participant(caller),
                answers.origin(request),
                CommentAnswers.id(comment),
                EntityTags.wanted(request),
                step);
        return switch (moderateComment.moderate(command)) {
            case ModerateComment.Outcome.Done(var judged) -> answers.of(judged).changed();
            case ModerateComment.Outcome.NoSuchComment() -> throw CommentAnswers.notFound();
            case ModerateComment.Outcome.NotAllowed() -> throw CommentAnswers.forbidden();
            case ModerateComment.Outcome.Stale() -> throw CommentAnswers.stale();
            case ModerateComment.Outcome.WhichWords() -> throw CommentAnswers.whichWords();
            case ModerateComment.Outcome.Gone() -> throw CommentAnswers.conflict("comment_settled");
        };
    }

    @Schema(name = "EditComment")
    record EditRequest(
            @Nullable @Schema(name = "body_markdown", description = "Left out, it stays as it is")
            String bodyMarkdown) {}

    @Schema(name = "ReportComment")
    record ReportRequest(
            @Schema(allowableValues = {"spam", "abuse", "illegal", "off_topic", "other"})
            String reason,

            @Nullable @Schema(maxLength = 500) String note) {}
}
