package dev.beranda.adapter.web.credential;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.application.credential.ChangePassword;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.session.Access;
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
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/auth/password")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Passwords")
final class PasswordController {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordController.class);

    private final ChangePassword changePassword;

    PasswordController(ChangePassword changePassword) {
        this.changePassword = changePassword;
    }

    @Post("/change")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "changePassword", summary = "Choose a new password; every other session ends")
    @SecurityRequirement(name = "bearer")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ChangeRequest.class)))
    @ApiResponse(responseCode = "204", description = "Changed")
    @NeedsToken
    @ReadsBody
    @IsThrottled
    @CanBeBusy
    void change(@Parameter(hidden = true) Access caller, @Body Fields fields) {
        fields.allowing("current_password", "password");
        var current = fields.required("current_password", Password::parse);
        var chosen = fields.required("password", Password::parse);
        fields.refuseIfFlawed();
        var command = new ChangePassword.Command(caller, current.value(), chosen.value());
        switch (changePassword.change(command)) {
            case ChangePassword.Outcome.Changed() ->
                LOG.atInfo().addKeyValue("user", caller.bearer().user()).log("Somebody changed their password");
            case ChangePassword.Outcome.WrongPassword() ->
                throw Refusal.invalid(List.of(new FieldFlaw("current_password", new Flaw("wrong_password"))));
            case ChangePassword.Outcome.WeakPassword(var judgement) ->
                throw PasswordRefusals.weak("password", judgement);
            case ChangePassword.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        }
    }

    @Schema(name = "ChangePassword")
    record ChangeRequest(
            @Schema(name = "current_password", requiredMode = Schema.RequiredMode.REQUIRED)
            String currentPassword,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 12, maxLength = 512)
            String password) {}
}
