package dev.beranda.adapter.web.credential;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.letter.LetterRequests;
import dev.beranda.adapter.web.letter.LetterRequests.LetterRequest;
import dev.beranda.adapter.web.letter.ShownProof;
import dev.beranda.adapter.web.letter.TakesTicket;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.application.credential.ChangePassword;
import dev.beranda.application.credential.ResetPassword;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Flaw;
import io.micronaut.http.HttpRequest;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/auth/password")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Passwords")
final class PasswordController {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordController.class);

    private final ChangePassword changePassword;
    private final ResetPassword resetPassword;
    private final LetterRequests letterRequests;

    PasswordController(ChangePassword changePassword, ResetPassword resetPassword, LetterRequests letterRequests) {
        this.changePassword = changePassword;
        this.resetPassword = resetPassword;
        this.letterRequests = letterRequests;
    }

    @Post("/forgot")
    @Status(HttpStatus.ACCEPTED)
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(
            operationId = "forgotPassword",
            summary = "Have a letter sent that lets one choose a new password",
            description = "Always the same answer, whether or not there is such an account.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LetterRequest.class)))
    @ApiResponse(responseCode = "202", description = "Noted")
    @ReadsBody
    @IsThrottled
    @CanBeBusy
    void forgot(HttpRequest<?> request, @Body Fields fields) {
        letterRequests.note(request, fields, Purpose.RESET_PASSWORD);
    }

    @Post("/reset")
    @Status(HttpStatus.NO_CONTENT)
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(
            operationId = "resetPassword",
            summary = "Choose a new password, having read the letter; every session ends",
            description = "A password that will not do leaves the letter good for another try.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ResetRequest.class)))
    @ApiResponse(responseCode = "204", description = "Changed")
    @ReadsBody
    @TakesTicket
    @IsThrottled
    @CanBeBusy
    void reset(@Body Fields fields) {
        var shown = ShownProof.in(fields.allowing(ShownProof.TOKEN, ShownProof.EMAIL, ShownProof.CODE, "password"));
        var chosen = fields.required("password", Password::parse);
        fields.refuseIfFlawed();
        switch (resetPassword.reset(new ResetPassword.Command(shown.proof(), chosen.value()))) {
            case ResetPassword.Outcome.Reset(var user) ->
                LOG.atInfo().addKeyValue("user", user.id()).log("Somebody reset their password");
            case ResetPassword.Outcome.NotGood() -> throw ShownProof.notGood();
            case ResetPassword.Outcome.WeakPassword(var judgement) ->
                throw PasswordRefusals.weak("password", judgement);
            case ResetPassword.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        }
    }

    @Post("/change")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "changePassword", summary = "Choose a new password; every other session ends")
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
            case ChangePassword.Outcome.WrongPassword() -> {
                LOG.atInfo().addKeyValue("user", caller.bearer().user()).log("A password to be changed was not known");
                throw Refusal.invalid(List.of(new FieldFlaw("current_password", new Flaw("wrong_password"))));
            }
            case ChangePassword.Outcome.WeakPassword(var judgement) ->
                throw PasswordRefusals.weak("password", judgement);
            case ChangePassword.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        }
    }

    @Schema(
            name = "ResetPassword",
            description = "`token` out of the link, or `email` and the six-digit `code`; and the new password")
    record ResetRequest(
            @Nullable String token,
            @Nullable @Schema(format = "email") String email,
            @Nullable @Schema(example = "123 456") String code,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 12, maxLength = 512)
            String password) {}

    @Schema(name = "ChangePassword")
    record ChangeRequest(
            @Schema(name = "current_password", requiredMode = Schema.RequiredMode.REQUIRED)
            String currentPassword,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 12, maxLength = 512)
            String password) {}
}
