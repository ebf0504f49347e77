package dev.beranda.adapter.web.credential;

import dev.beranda.adapter.web.http.EntityTags;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.privacy.LeavingBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.security.BearerRefusals;
import dev.beranda.application.credential.CloseAccount;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.factor.FactorProof;
import dev.beranda.domain.session.Access;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Account")
final class CloseAccountController {

    private static final Logger LOG = LoggerFactory.getLogger(CloseAccountController.class);

    private final CloseAccount closeAccount;

    CloseAccountController(CloseAccount closeAccount) {
        this.closeAccount = closeAccount;
    }

    @Delete
    @Operation(
            operationId = "closeAccount",
            summary = "Have oneself forgotten",
            description =
                    "Every session ends at once, and nobody can log in. Until the time to think better of it is over,"
                            + " the account can be kept, by logging in with `keep_account` or by the letter; then it is erased."
                            + " Whoever has no password sends `{}`, and must have logged in within the last ten minutes."
                            + " Whoever has turned a second factor on shows a code of it too, unless they logged in less"
                            + " than a quarter of an hour ago.")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag that was seen",
            schema = @Schema(type = "string"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CloseAccountRequest.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The account is going to be erased",
            content = @Content(schema = @Schema(implementation = LeavingBody.class)))
    @ApiResponse(
            responseCode = "204",
            description = "The account is erased: the installation gives no time to think better of it")
    @ApiResponse(
            responseCode = "403",
            description =
                    "There is no password and the login was too long ago (`fresh_login_needed`); or known by cookie"
                            + " only, and without the session's CSRF token: `csrf_failed`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Nobody would be left who may administer (`last_admin`), or a race was lost (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "If-Match no longer holds: `stale`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @ReadsBody
    @IsThrottled
    @CanBeBusy
    HttpResponse<?> close(HttpRequest<?> request, @Parameter(hidden = true) Access caller, @Body Fields fields) {
        fields.allowing("password", "code");
        var password = fields.optional("password", Password::parse);
        var code = fields.optional("code", FactorProof::parse);
        fields.refuseIfFlawed();
        var command = new CloseAccount.Command(caller, password.orNull(), code.orNull(), EntityTags.wanted(request));
        return switch (closeAccount.close(command)) {
            case CloseAccount.Outcome.Leaving(var end) -> {
                LOG.atInfo().addKeyValue("user", caller.bearer().user()).log("Somebody is leaving");
                yield HttpResponse.accepted().body(new LeavingBody(end));
            }
            case CloseAccount.Outcome.Forgotten() -> {
                LOG.atInfo().addKeyValue("user", caller.bearer().user()).log("Somebody was forgotten");
                yield HttpResponse.noContent();
            }
            case CloseAccount.Outcome.NotProven(var why) -> throw NotProven.because(why);
            case CloseAccount.Outcome.Stale() -> throw Refusal.of(HttpStatus.PRECONDITION_FAILED, "stale");
            case CloseAccount.Outcome.LastAdministrator() -> throw Refusal.of(HttpStatus.CONFLICT, "last_admin");
            case CloseAccount.Outcome.Gone() -> throw BearerRefusals.takenBack();
        };
    }

    @Schema(name = "CloseAccount")
    record CloseAccountRequest(
            @Nullable @Schema(description = "Of whoever has one")
            String password,

            @Nullable
            @Schema(
                    description =
                            "Of the app, or a recovery code, of whoever has turned a second factor on; who logged in less"
                                    + " than a quarter of an hour ago may leave it out",
                    example = "123 456")
            String code) {}
}
