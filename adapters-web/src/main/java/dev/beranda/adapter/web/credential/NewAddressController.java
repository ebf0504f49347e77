package dev.beranda.adapter.web.credential;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.application.credential.AskForNewAddress;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.factor.FactorProof;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.EmailAddress;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Controller("/api/me/email")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "E-mail")
final class NewAddressController {

    private final AskForNewAddress askForNewAddress;

    NewAddressController(AskForNewAddress askForNewAddress) {
        this.askForNewAddress = askForNewAddress;
    }

    @Post
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "askForNewEmail",
            summary = "Ask for another address",
            description =
                    "Nothing changes before the letter that goes to the new address was read there; then every session"
                            + " ends, and the old address is told. Whoever has no password must have logged in within the"
                            + " last ten minutes. Whoever has turned a second factor on shows a code of it too, unless"
                            + " they logged in less than a quarter of an hour ago.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewAddressRequest.class)))
    @ApiResponse(responseCode = "202", description = "Noted, whoever has the address")
    @ApiResponse(
            responseCode = "403",
            description =
                    "There is no password and the login was too long ago (`fresh_login_needed`); or known by cookie"
                            + " only, and without the session's CSRF token: `csrf_failed`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @ReadsBody
    @IsThrottled
    @CanBeBusy
    void ask(@Parameter(hidden = true) Access caller, @Body Fields fields) {
        fields.allowing("email", "password", "code");
        var email = fields.required("email", EmailAddress::parse);
        var password = fields.optional("password", Password::parse);
        var code = fields.optional("code", FactorProof::parse);
        fields.refuseIfFlawed();
        var command = new AskForNewAddress.Command(caller, password.orNull(), code.orNull(), email.value());
        switch (askForNewAddress.ask(command)) {
            case AskForNewAddress.Outcome.Noted() -> {}
            case AskForNewAddress.Outcome.NotProven(var why) -> throw NotProven.because(why);
            case AskForNewAddress.Outcome.TooManyLetters(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        }
    }

    @Schema(name = "AskForNewEmail")
    record NewAddressRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email")
            String email,

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
