package dev.beranda.adapter.web.readership;

import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.MayBeNowhere;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.readership.MarkPost;
import dev.beranda.application.readership.UnmarkPost;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.readership.Mark;
import dev.beranda.domain.session.Access;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/// What one leaves on a post that everybody can read, and takes back from any.
@Controller("/api/posts/{post}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Reading")
final class MarkController {

    static final String TAKEN_BACK = "Also one that is not to be read any more. The answer is the same where there was"
            + " nothing to take back, and where there is no such post.";

    private final MarkPost markPost;
    private final UnmarkPost unmarkPost;

    MarkController(MarkPost markPost, UnmarkPost unmarkPost) {
        this.markPost = markPost;
        this.unmarkPost = unmarkPost;
    }

    @Put("/like")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "likePost",
            summary = "Like a post",
            description = "Again changes nothing. It is counted within about a second.")
    @ApiResponse(responseCode = "204", description = "It is liked")
    @MayBeNowhere
    @NeedsToken
    @CanBeBusy
    void like(
            @Parameter(hidden = true) Access caller, @PathVariable @Parameter(description = "Id or slug") String post) {
        mark(Mark.LIKE, post, caller);
    }

    @Delete("/like")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "unlikePost", summary = "Like a post no longer", description = MarkController.TAKEN_BACK)
    @ApiResponse(responseCode = "204", description = "It is not liked")
    @MayBeNowhere
    @NeedsToken
    @CanBeBusy
    void unlike(
            @Parameter(hidden = true) Access caller, @PathVariable @Parameter(description = "Id or slug") String post) {
        unmark(Mark.LIKE, post, caller);
    }

    @Put("/bookmark")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "bookmarkPost",
            summary = "Keep a post for later",
            description = "Nobody else is told. Again changes nothing.")
    @ApiResponse(responseCode = "204", description = "It is kept")
    @MayBeNowhere
    @NeedsToken
    @CanBeBusy
    void keep(
            @Parameter(hidden = true) Access caller, @PathVariable @Parameter(description = "Id or slug") String post) {
        mark(Mark.BOOKMARK, post, caller);
    }

    @Delete("/bookmark")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "unbookmarkPost",
            summary = "Keep a post no longer",
            description = MarkController.TAKEN_BACK)
    @ApiResponse(responseCode = "204", description = "It is not kept")
    @MayBeNowhere
    @NeedsToken
    @CanBeBusy
    void drop(
            @Parameter(hidden = true) Access caller, @PathVariable @Parameter(description = "Id or slug") String post) {
        unmark(Mark.BOOKMARK, post, caller);
    }

    private void mark(Mark mark, String post, Access caller) {
        var command = new MarkPost.Command(mark, key(post), caller.bearer().user());
        switch (markPost.mark(command)) {
            case MarkPost.Outcome.Done() -> {}
            case MarkPost.Outcome.NoSuchPost() -> throw notFound();
        }
    }

    private void unmark(Mark mark, String post, Access caller) {
        unmarkPost.unmark(
                new UnmarkPost.Command(mark, key(post), caller.bearer().user()));
    }

    private static PostKey key(String post) {
        return PostKey.of(post).orElseThrow(MarkController::notFound);
    }

    private static Refusal notFound() {
        return Refusal.of(HttpStatus.NOT_FOUND, "not_found");
    }
}
