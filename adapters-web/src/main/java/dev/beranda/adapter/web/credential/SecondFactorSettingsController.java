package dev.beranda.adapter.web.credential;

import dev.beranda.adapter.web.factor.RecoveryCodesBody;
import dev.beranda.adapter.web.input.Field;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.application.credential.ProveBothFactors;
import dev.beranda.application.credential.RenewRecoveryCodes;
import dev.beranda.application.credential.TurnOffSecondFactor;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.factor.FactorProof;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Flaw;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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

/// What about the second factor asks for the password too.
@Controller("/api/auth/mfa")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Second factor")
final class SecondFactorSettingsController {

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactorSettingsController.class);

    private final TurnOffSecondFactor turnOffSecondFactor;
    private final RenewRecoveryCodes renewRecoveryCodes;

    SecondFactorSettingsController(TurnOffSecondFactor turnOffSecondFactor, RenewRecoveryCodes renewRecoveryCodes) {
        this.turnOffSecondFactor = turnOffSecondFactor;
        this.renewRecoveryCodes = renewRecoveryCodes;
    }

    @Delete("/totp")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "turnOffSecondFactor",
            summary = "Do without the second factor from now on",
            description = "Asks for both factors once more. The recovery codes go too, and every other session ends.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = BothFactorsRequest.class)))
    @ApiResponse(responseCode = "204", description = "It is off")
    @NeedsToken
    @ReadsBody
    @IsThrottled
    @CanBeBusy
    void turnOff(@Parameter(hidden = true) Access caller, @Body Fields fields) {
        var shown = Shown.in(fields);
        var command = new TurnOffSecondFactor.Command(
                caller, shown.password().orNull(), shown.code().orNull());
        proven(turnOffSecondFactor.turnOff(command), shown);
        LOG.atInfo().addKeyValue("user", caller.bearer().user()).log("Somebody turned their second factor off");
    }

    @Post("/recovery-codes")
    @Operation(
            operationId = "renewRecoveryCodes",
            summary = "Get new recovery codes",
            description = "Asks for both factors once more. The old codes are good for nothing from then on.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = BothFactorsRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The new ones, shown this once",
            content = @Content(schema = @Schema(implementation = RecoveryCodesBody.class)))
    @NeedsToken
    @ReadsBody
    @IsThrottled
    @CanBeBusy
    RecoveryCodesBody renew(@Parameter(hidden = true) Access caller, @Body Fields fields) {
        var shown = Shown.in(fields);
        var command = new RenewRecoveryCodes.Command(
                caller, shown.password().orNull(), shown.code().orNull());
        return RecoveryCodesBody.of(proven(renewRecoveryCodes.renew(command), shown));
    }

    private static <T> T proven(ProveBothFactors.Outcome<T> outcome, Shown shown) {
        return switch (outcome) {
            case ProveBothFactors.Outcome.Done<T>(var result) -> result;
            case ProveBothFactors.Outcome.WrongPassword<T>() -> throw wrong("password", "wrong_password");
            case ProveBothFactors.Outcome.WrongCode<T>() ->
                throw wrong("code", shown.code().isPresent() ? "mfa_code_wrong" : "required");
            case ProveBothFactors.Outcome.TooManyAttempts<T>(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        };
    }

    private static Refusal wrong(String field, String code) {
        return Refusal.invalid(List.of(new FieldFlaw(field, new Flaw(code))));
    }

    private record Shown(Field<Password> password, Field<FactorProof> code) {

        static Shown in(Fields fields) {
            fields.allowing("password", "code");
            var shown = new Shown(
                    fields.optional("password", Password::parse), fields.optional("code", FactorProof::parse));
            fields.refuseIfFlawed();
            return shown;
        }
    }

    @Schema(name = "BothFactors")
    record BothFactorsRequest(
            @Schema(description = "To be left out only by who has none") @Nullable
            String password,

            @Schema(
                    description =
                            "Of the app, or a recovery code; who logged in less than a quarter of an hour ago may leave"
                                    + " it out",
                    example = "123 456")
            @Nullable
            String code) {}
}
