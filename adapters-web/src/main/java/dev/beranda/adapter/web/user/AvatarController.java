package dev.beranda.adapter.web.user;

import dev.beranda.adapter.web.http.EntityTags;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.adapter.web.security.BearerRefusals;
import dev.beranda.application.user.RemoveAvatar;
import dev.beranda.application.user.SetAvatar;
import dev.beranda.domain.session.Access;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Put;
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

@Controller("/api/me/avatar")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Account")
final class AvatarController {

    private final SetAvatar setAvatar;
    private final RemoveAvatar removeAvatar;

    AvatarController(SetAvatar setAvatar, RemoveAvatar removeAvatar) {
        this.setAvatar = setAvatar;
        this.removeAvatar = removeAvatar;
    }

    @Put
    @Consumes({"image/jpeg", "image/png", "image/gif", "image/webp", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            operationId = "setAvatar",
            summary = "Show a picture of oneself",
            description =
                    "JPEG, PNG, WebP, or the first frame of a GIF, of at most 5 MB, 40 megapixels and 16384 pixels a side"
                            + " (12.5 megapixels, if it is WebP or a progressive JPEG). What it is its first bytes say. The square in the"
                            + " middle, upright, is made into pictures of our own, and nothing else of the file is kept.")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag of the account that was seen",
            schema = @Schema(type = "string"))
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/gif", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The account as it is now",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = AccountBody.class)))
    @ApiResponse(
            responseCode = "400",
            description = "No body: `bad_request`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "Somebody changed the account since: `stale`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "413",
            description = "Too large: `payload_too_large`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "415",
            description = "Not a picture that is read here, whatever it is called: `unsupported_media_type`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "It has too many pixels (`picture_too_large`), or cannot be read (`picture_broken`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @IsThrottled
    @CanBeBusy
    HttpResponse<?> set(HttpRequest<?> request, @Parameter(hidden = true) Access caller, @Body byte[] sent) {
        var command = new SetAvatar.Command(caller.bearer().user(), sent, EntityTags.wanted(request));
        return switch (setAvatar.set(command)) {
            case SetAvatar.Outcome.Shown(var account) ->
                HttpResponse.ok(AccountBody.of(account)).header(HttpHeaders.ETAG, EntityTags.of(account.version()));
            case SetAvatar.Outcome.NoPicture() ->
                throw Refusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type");
            case SetAvatar.Outcome.TooLarge() -> throw Refusal.of(HttpStatus.UNPROCESSABLE_ENTITY, "picture_too_large");
            case SetAvatar.Outcome.Broken() -> throw Refusal.of(HttpStatus.UNPROCESSABLE_ENTITY, "picture_broken");
            case SetAvatar.Outcome.Stale() -> throw stale();
            case SetAvatar.Outcome.Gone() -> throw BearerRefusals.takenBack();
            case SetAvatar.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        };
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeAvatar", summary = "Show no picture of oneself any more")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag of the account that was seen",
            schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "204", description = "There is none")
    @ApiResponse(
            responseCode = "412",
            description = "Somebody changed the account since: `stale`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @CanBeBusy
    void remove(HttpRequest<?> request, @Parameter(hidden = true) Access caller) {
        var command = new RemoveAvatar.Command(caller.bearer().user(), EntityTags.wanted(request));
        switch (removeAvatar.remove(command)) {
            case RemoveAvatar.Outcome.Removed() -> {}
            case RemoveAvatar.Outcome.Stale() -> throw stale();
            case RemoveAvatar.Outcome.Gone() -> throw BearerRefusals.takenBack();
        }
    }

    private static Refusal stale() {
        return Refusal.of(HttpStatus.PRECONDITION_FAILED, "stale");
    }
}
