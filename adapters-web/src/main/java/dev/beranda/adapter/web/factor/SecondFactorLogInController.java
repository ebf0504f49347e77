package dev.beranda.adapter.web.factor;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.HandsTokensOver;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.adapter.web.session.Devices;
import dev.beranda.adapter.web.session.Handover;
import dev.beranda.adapter.web.session.LoggedIn;
import dev.beranda.adapter.web.session.LoggedInByCookie;
import dev.beranda.application.factor.LogInWithCode;
import dev.beranda.domain.factor.ChallengeToken;
import dev.beranda.domain.factor.FactorProof;
import dev.beranda.domain.session.TokenPair;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.user.User;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/auth/login/mfa")
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Coming in")
final class SecondFactorLogInController {

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactorLogInController.class);

    private final LogInWithCode logInWithCode;
    private final Devices devices;
    private final Handover handover;

    SecondFactorLogInController(LogInWithCode logInWithCode, Devices devices, Handover handover) {
        this.logInWithCode = logInWithCode;
        this.devices = devices;
        this.handover = handover;
    }

    @Post
    @Operation(
            operationId = "logInWithCode",
            summary = "Come in by the second factor, having proven the first",
            description = "The code is of the app, or a recovery code.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LogInWithCodeRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Tokens, and who one is",
            content = @Content(schema = @Schema(oneOf = {LoggedIn.class, LoggedInByCookie.class})))
    @ApiResponse(
            responseCode = "401",
            description = "Wrong code, or one that was used before: `mfa_code_not_valid`; or the first factor has to be"
                    + " proven anew: `mfa_token_not_valid`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "403",
            description =
                    "Shut out in the meantime: `account_disabled`; or the address is no longer confirmed where it must be:"
                            + " `email_unverified`; or cookies were asked for by a page of another site: `csrf_failed`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ReadsBody
    @HandsTokensOver
    @IsThrottled
    @CanBeBusy
    HttpResponse<?> logIn(HttpRequest<?> request, @Body Fields fields) {
        fields.allowing("mfa_token", "code", "device_name");
        var token = fields.required("mfa_token", raw -> Parsed.of(new ChallengeToken(raw)));
        var proof = fields.required("code", FactorProof::parse);
        var deviceName = fields.optional("device_name", Parsed::of);
        fields.refuseIfFlawed();
        var device = devices.of(request, deviceName.orNull());
        return switch (logInWithCode.logIn(new LogInWithCode.Command(token.value(), proof.value(), device))) {
            case LogInWithCode.Outcome.Welcome(var user, var tokens) -> welcome(request, user, tokens);
            case LogInWithCode.Outcome.WrongCode() -> throw wrong("mfa_code_not_valid");
            case LogInWithCode.Outcome.NotGood() -> throw wrong("mfa_token_not_valid");
            case LogInWithCode.Outcome.AccountDisabled() -> throw Refusal.of(HttpStatus.FORBIDDEN, "account_disabled");
            case LogInWithCode.Outcome.EmailUnverified() -> throw Refusal.of(HttpStatus.FORBIDDEN, "email_unverified");
            case LogInWithCode.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw tooMany(allowance, retryAfter);
        };
    }

    private HttpResponse<?> welcome(HttpRequest<?> request, User user, TokenPair tokens) {
        LOG.atInfo().addKeyValue("user", user.id()).log("Somebody logged in with a second factor");
        return handover.welcome(request, user, tokens);
    }

    private static Refusal wrong(String code) {
        LOG.atInfo().addKeyValue("code", code).log("A second factor was refused");
        return Refusal.of(HttpStatus.UNAUTHORIZED, code).with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static Refusal tooMany(Allowance allowance, Duration retryAfter) {
        LOG.atWarn().addKeyValue("allowance", allowance.name()).log("Guesses at a second factor are used up");
        return Throttling.tooMany(allowance, retryAfter);
    }

    @Schema(name = "LogInWithCode")
    record LogInWithCodeRequest(
            @Schema(name = "mfa_token", requiredMode = Schema.RequiredMode.REQUIRED)
            String mfaToken,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "123 456")
            String code,

            @Schema(name = "device_name", description = "What the list of sessions calls this device") @Nullable
            String deviceName) {}
}
