package dev.beranda.adapter.web.factor;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.passkey.SiteName;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.application.factor.BeginSecondFactor;
import dev.beranda.application.factor.SecondFactorView;
import dev.beranda.application.factor.ShowSecondFactor;
import dev.beranda.application.factor.TurnOnSecondFactor;
import dev.beranda.domain.factor.TotpCode;
import dev.beranda.domain.factor.TotpSecret;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.user.User;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/auth/mfa")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Second factor")
final class SecondFactorController {

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactorController.class);

    private final ShowSecondFactor showSecondFactor;
    private final BeginSecondFactor beginSecondFactor;
    private final TurnOnSecondFactor turnOnSecondFactor;
    private final SiteName site;

    SecondFactorController(
            ShowSecondFactor showSecondFactor,
            BeginSecondFactor beginSecondFactor,
            TurnOnSecondFactor turnOnSecondFactor,
            SiteName site) {
        this.showSecondFactor = showSecondFactor;
        this.beginSecondFactor = beginSecondFactor;
        this.turnOnSecondFactor = turnOnSecondFactor;
        this.site = site;
    }

    @Get
    @Operation(operationId = "showSecondFactor", summary = "Show how one's second factor stands")
    @ApiResponse(
            responseCode = "200",
            description = "On or off, and how many recovery codes are left",
            content = @Content(schema = @Schema(implementation = SecondFactorBody.class)))
    @NeedsToken
    @CanBeBusy
    SecondFactorBody show(@Parameter(hidden = true) Access caller) {
        return SecondFactorBody.of(showSecondFactor.show(new ShowSecondFactor.Query(caller)));
    }

    @Post("/totp")
    @Operation(
            operationId = "beginSecondFactor",
            summary = "Begin with an authenticator app",
            description =
                    "Nothing changes before a code of the app was shown. Beginning anew forgets the secret before.")
    @ApiResponse(
            responseCode = "200",
            description = "What to tell the app, by hand or by camera",
            content = @Content(schema = @Schema(implementation = Begun.class)))
    @ApiResponse(
            responseCode = "409",
            description = "There is an app already: `mfa_already_on`; turn it off first",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "403",
            description =
                    "Logged in more than a quarter of an hour ago (`login_too_old`); or known by cookie only, and without the"
                            + " session's CSRF token (`csrf_failed`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @CanBeBusy
    Begun begin(@Parameter(hidden = true) Access caller) {
        return switch (beginSecondFactor.begin(new BeginSecondFactor.Command(caller))) {
            case BeginSecondFactor.Outcome.Begun(var user, var secret) -> begun(user, secret);
            case BeginSecondFactor.Outcome.LoggedInLongAgo() -> throw Refusal.of(HttpStatus.FORBIDDEN, "login_too_old");
            case BeginSecondFactor.Outcome.AlreadyOn() -> throw alreadyOn();
        };
    }

    @Post("/totp/confirm")
    @Operation(
            operationId = "turnOnSecondFactor",
            summary = "Show that the app works: from then on nobody comes in without it",
            description = "Every other session ends. The recovery codes are shown this once.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ConfirmRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "It is on",
            content = @Content(schema = @Schema(implementation = RecoveryCodesBody.class)))
    @ApiResponse(
            responseCode = "409",
            description = "There is an app already (`mfa_already_on`), or none was begun with (`mfa_not_begun`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @ReadsBody
    @IsThrottled
    @CanBeBusy
    RecoveryCodesBody confirm(@Parameter(hidden = true) Access caller, @Body Fields fields) {
        var code = fields.allowing("code").required("code", TotpCode::parse);
        fields.refuseIfFlawed();
        return switch (turnOnSecondFactor.turnOn(new TurnOnSecondFactor.Command(caller, code.value()))) {
            case TurnOnSecondFactor.Outcome.TurnedOn(var codes) -> {
                LOG.atInfo().addKeyValue("user", caller.bearer().user()).log("Somebody turned a second factor on");
                yield RecoveryCodesBody.of(codes);
            }
            case TurnOnSecondFactor.Outcome.WrongCode() ->
                throw Refusal.invalid(List.of(new FieldFlaw("code", new Flaw("mfa_code_wrong"))));
            case TurnOnSecondFactor.Outcome.NotBegun() -> throw Refusal.of(HttpStatus.CONFLICT, "mfa_not_begun");
            case TurnOnSecondFactor.Outcome.AlreadyOn() -> throw alreadyOn();
            case TurnOnSecondFactor.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        };
    }

    private Begun begun(User user, TotpSecret secret) {
        String uri = KeyUri.of(site.value(), user.email(), secret);
        return new Begun(secret.reveal(), uri, QrCode.svg(uri));
    }

    private static Refusal alreadyOn() {
        return Refusal.of(HttpStatus.CONFLICT, "mfa_already_on");
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "SecondFactorBegun")
    record Begun(
            @Schema(description = "In Base32, to be typed") String secret,

            @Schema(description = "For an app on the same device", example = "otpauth://totp/…")
            String otpauthUri,

            @Schema(description = "The same as a QR code, for the camera of another device; an SVG document")
            String qrSvg) {

        /// Secrets do not belong into logs.
        @Override
        public String toString() {
            return "Begun";
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "SecondFactor")
    record SecondFactorBody(
            boolean enabled,

            @Schema(description = "Since when", format = "date-time") @Nullable
            Instant enabledAt,

            @Schema(description = "Those that were not used yet")
            int recoveryCodesLeft) {

        static SecondFactorBody of(SecondFactorView view) {
            return new SecondFactorBody(view.onSince() != null, view.onSince(), view.recoveryCodesLeft());
        }
    }

    @Schema(name = "ConfirmSecondFactor")
    record ConfirmRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "123 456")
            String code) {}
}
