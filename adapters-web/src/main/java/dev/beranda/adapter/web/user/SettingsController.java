package dev.beranda.adapter.web.user;

import dev.beranda.adapter.web.http.EntityTags;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.security.BearerRefusals;
import dev.beranda.application.user.AccountView;
import dev.beranda.application.user.EditProfile;
import dev.beranda.application.user.ShowAccount;
import dev.beranda.domain.session.Access;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
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
import org.jspecify.annotations.Nullable;

/// A part of the account, so its version is the account's.
@Controller("/api/me/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Account")
final class SettingsController {

    private final ShowAccount showAccount;
    private final EditProfile editProfile;

    SettingsController(ShowAccount showAccount, EditProfile editProfile) {
        this.showAccount = showAccount;
        this.editProfile = editProfile;
    }

    @Get
    @Operation(operationId = "showSettings", summary = "Show how one likes to be spoken to")
    @ApiResponse(
            responseCode = "200",
            description = "The settings",
            headers = @Header(name = "ETag", description = "Their version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = SettingsBody.class)))
    @ApiResponse(responseCode = "304", description = "Still the version named in If-None-Match")
    @NeedsToken
    @CanBeBusy
    HttpResponse<?> show(HttpRequest<?> request, @Parameter(hidden = true) Access caller) {
        var account =
                showAccount.show(new ShowAccount.Query(caller.bearer().user())).orElseThrow(BearerRefusals::takenBack);
        return EntityTags.isKnown(request, account.version())
                ? HttpResponse.notModified().header(HttpHeaders.ETAG, EntityTags.of(account.version()))
                : tagged(account);
    }

    @Patch
    @Operation(
            operationId = "changeSettings",
            summary = "Change how one likes to be spoken to",
            description = "What is left out stays as it is.")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag that was seen",
            schema = @Schema(type = "string"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SettingsRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The settings as they are now",
            headers = @Header(name = "ETag", description = "Their version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = SettingsBody.class)))
    @ApiResponse(
            responseCode = "412",
            description = "Somebody changed the account since: `stale`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @ReadsBody
    @CanBeBusy
    HttpResponse<?> change(HttpRequest<?> request, @Parameter(hidden = true) Access caller, @Body Fields fields) {
        var wishes = ProfileWishes.settingsIn(fields);
        var command = new EditProfile.Command(caller.bearer().user(), wishes, EntityTags.wanted(request));
        return switch (editProfile.edit(command)) {
            case EditProfile.Outcome.Edited(var account) -> tagged(account);
            case EditProfile.Outcome.Stale() -> throw Refusal.of(HttpStatus.PRECONDITION_FAILED, "stale");
            case EditProfile.Outcome.Gone() -> throw BearerRefusals.takenBack();
        };
    }

    private static HttpResponse<?> tagged(AccountView account) {
        return HttpResponse.ok(SettingsBody.of(account)).header(HttpHeaders.ETAG, EntityTags.of(account.version()));
    }

    @Schema(name = "ChangeSettings")
    record SettingsRequest(
            @Nullable @Schema(description = "en or id") String locale,

            @Nullable @Schema(name = "time_zone", example = "Asia/Jakarta")
            String timeZone,

            @Nullable @Schema(name = "sign_in_alerts") Boolean signInAlerts) {}
}
