package dev.beranda.adapter.web.readership;

import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.MayBeNowhere;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.readership.FollowPerson;
import dev.beranda.application.readership.UnfollowPerson;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.user.Username;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/users/{username}/follow")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Reading")
final class FollowController {

    private final FollowPerson followPerson;
    private final UnfollowPerson unfollowPerson;

    FollowController(FollowPerson followPerson, UnfollowPerson unfollowPerson) {
        this.followPerson = followPerson;
        this.unfollowPerson = unfollowPerson;
    }

    @Post
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "followPerson",
            summary = "Follow somebody",
            description = "What they give out is in one's feed. Again changes nothing.")
    @ApiResponse(responseCode = "204", description = "They are followed")
    @ApiResponse(
            responseCode = "409",
            description = "Nobody follows themselves: `cannot_follow_oneself`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @MayBeNowhere
    @NeedsToken
    @CanBeBusy
    void follow(@Parameter(hidden = true) Access caller, @PathVariable String username) {
        var command = new FollowPerson.Command(name(username), caller.bearer().user());
        switch (followPerson.follow(command)) {
            case FollowPerson.Outcome.Done() -> {}
            case FollowPerson.Outcome.NoSuchPerson() -> throw notFound();
            case FollowPerson.Outcome.Oneself() -> throw Refusal.of(HttpStatus.CONFLICT, "cannot_follow_oneself");
        }
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "unfollowPerson", summary = "Follow somebody no longer")
    @ApiResponse(responseCode = "204", description = "They are not followed")
    @MayBeNowhere
    @NeedsToken
    @CanBeBusy
    void unfollow(@Parameter(hidden = true) Access caller, @PathVariable String username) {
        var command = new UnfollowPerson.Command(name(username), caller.bearer().user());
        switch (unfollowPerson.unfollow(command)) {
            case UnfollowPerson.Outcome.Done() -> {}
            case UnfollowPerson.Outcome.NoSuchPerson() -> throw notFound();
        }
    }

    private static Username name(String raw) {
        return switch (Username.parse(raw)) {
            case Parsed.Valid<Username>(var name) -> name;
            case Parsed.Invalid<Username> _ -> throw notFound();
        };
    }

    private static Refusal notFound() {
        return Refusal.of(HttpStatus.NOT_FOUND, "not_found");
    }
}
