package dev.beranda.adapter.web.credential;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.application.credential.AskForNewAddress;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Flaw;
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
import java.util.List;

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
            description = "Nothing changes before the letter that goes to the new address was read there.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewAddressRequest.class)))
    @ApiResponse(responseCode = "202", description = "Noted, whoever has the address")
    @NeedsToken
    @ReadsBody
    @IsThrottled
    @CanBeBusy
    void ask(@Parameter(hidden = true) Access caller, @Body Fields fields) {
        fields.allowing("email", "password");
        var email = fields.required("email", EmailAddress::parse);
        var password = fields.required("password", Password::parse);
        fields.refuseIfFlawed();
        var command = new AskForNewAddress.Command(caller, password.value(), email.value());
        switch (askForNewAddress.ask(command)) {
            case AskForNewAddress.Outcome.Noted() -> {}
            case AskForNewAddress.Outcome.WrongPassword() ->
                throw Refusal.invalid(List.of(new FieldFlaw("password", new Flaw("wrong_password"))));
            case AskForNewAddress.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        }
    }

    @Schema(name = "AskForNewEmail")
    record NewAddressRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email")
            String email,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String password) {}
}
