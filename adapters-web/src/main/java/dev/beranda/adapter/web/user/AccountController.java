package dev.beranda.adapter.web.user;

import dev.beranda.adapter.web.http.EntityTags;
import dev.beranda.adapter.web.http.WaitingRoom;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Problems;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.security.BearerRefusals;
import dev.beranda.application.user.AccountView;
import dev.beranda.application.user.EditProfile;
import dev.beranda.application.user.RecallAccount;
import dev.beranda.application.user.ShowAccount;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.user.UserId;
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
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

@Controller("/api/me")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Account")
final class AccountController {

    private final RecallAccount recallAccount;
    private final ShowAccount showAccount;
    private final EditProfile editProfile;
    private final WaitingRoom waitingRoom;
    private final Problems problems;

    AccountController(
            RecallAccount recallAccount,
            ShowAccount showAccount,
            EditProfile editProfile,
            WaitingRoom waitingRoom,
            Problems problems) {
        this.recallAccount = recallAccount;
        this.showAccount = showAccount;
        this.editProfile = editProfile;
        this.waitingRoom = waitingRoom;
        this.problems = problems;
    }

    @Get
    @Operation(operationId = "showAccount", summary = "Show one's own account")
    @ApiResponse(
            responseCode = "200",
            description = "The account",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = AccountBody.class)))
    @ApiResponse(responseCode = "304", description = "Still the version named in If-None-Match")
    @NeedsToken
    @CanBeBusy
    CompletionStage<HttpResponse<?>> show(HttpRequest<?> request, @Parameter(hidden = true) Access caller) {
        UserId user = caller.bearer().user();
        return waitingRoom.answer(
                recallAccount.recall(new RecallAccount.Query(user)),
                account -> answer(request, account),
                () -> lookUp(request, user));
    }

    private HttpResponse<?> lookUp(HttpRequest<?> request, UserId user) {
        return showAccount
                .show(new ShowAccount.Query(user))
                .<HttpResponse<?>>map(account -> answer(request, account))
                .orElseGet(() -> problems.answer(request, BearerRefusals.takenBack()));
    }

    @Patch
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(
            operationId = "editProfile",
            summary = "Tell something else about oneself",
            description = "What is left out stays as it is; null takes it away. With If-Match it is only done if nobody"
                    + " else changed the account since.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProfileRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The account as it is now",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = AccountBody.class)))
    @ApiResponse(
            responseCode = "412",
            description = "Somebody changed it since: `stale`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @ReadsBody
    @CanBeBusy
    HttpResponse<?> edit(HttpRequest<?> request, @Parameter(hidden = true) Access caller, @Body Fields fields) {
        var wishes = ProfileWishes.in(fields);
        var command = new EditProfile.Command(caller.bearer().user(), wishes, EntityTags.wanted(request));
        return switch (editProfile.edit(command)) {
            case EditProfile.Outcome.Edited(var account) -> tagged(account);
            case EditProfile.Outcome.Stale() -> throw Refusal.of(HttpStatus.PRECONDITION_FAILED, "stale");
            case EditProfile.Outcome.Gone() -> throw BearerRefusals.takenBack();
        };
    }

    private static HttpResponse<?> answer(HttpRequest<?> request, AccountView account) {
        return EntityTags.isKnown(request, account.version())
                ? HttpResponse.notModified().header(HttpHeaders.ETAG, EntityTags.of(account.version()))
                : tagged(account);
    }

    private static HttpResponse<?> tagged(AccountView account) {
        return HttpResponse.ok(AccountBody.of(account)).header(HttpHeaders.ETAG, EntityTags.of(account.version()));
    }

    @Schema(name = "EditProfile")
    record ProfileRequest(
            @Nullable @Schema(name = "display_name", maxLength = 80)
            String displayName,

            @Nullable @Schema(maxLength = 500) String bio,
            @Nullable @Schema(maxLength = 300) String website,
            @Nullable @Schema(maxLength = 100) String location,
            @Nullable @Schema(description = "en or id") String locale,

            @Nullable @Schema(name = "time_zone", example = "Asia/Jakarta")
            String timeZone) {}
}
