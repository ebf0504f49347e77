package dev.beranda.adapter.web.factor;

import dev.beranda.adapter.web.http.ClientAddresses;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.HandsTokensOver;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.passkey.BrowserAnswer;
import dev.beranda.adapter.web.passkey.SiteName;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.adapter.web.session.Devices;
import dev.beranda.adapter.web.session.Handover;
import dev.beranda.adapter.web.session.LoggedIn;
import dev.beranda.adapter.web.session.LoggedInByCookie;
import dev.beranda.application.factor.BeginPasskeyLogIn;
import dev.beranda.application.factor.LogInWithPasskey;
import dev.beranda.domain.factor.ChallengeToken;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.user.User;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/auth/passkeys/login")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Coming in")
final class PasskeyLogInController {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyLogInController.class);

    private final BeginPasskeyLogIn beginPasskeyLogIn;
    private final LogInWithPasskey logInWithPasskey;
    private final Devices devices;
    private final ClientAddresses addresses;
    private final Handover handover;
    private final SiteName site;

    PasskeyLogInController(
            BeginPasskeyLogIn beginPasskeyLogIn,
            LogInWithPasskey logInWithPasskey,
            Devices devices,
            ClientAddresses addresses,
            Handover handover,
            SiteName site) {
        this.beginPasskeyLogIn = beginPasskeyLogIn;
        this.logInWithPasskey = logInWithPasskey;
        this.devices = devices;
        this.addresses = addresses;
        this.handover = handover;
        this.site = site;
    }

    @Post("/options")
    @Operation(
            operationId = "beginPasskeyLogIn",
            summary = "Begin to come in by a passkey",
            description =
                    "What is answered goes to the browser: `PublicKeyCredential.parseRequestOptionsFromJSON`. With"
                            + " `mfa_token`, for a passkey as the second factor; without, for one that does alone.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = BeginRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "What to ask the device",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = "object",
                                            description = "`PublicKeyCredentialRequestOptionsJSON` of WebAuthn")))
    @ApiResponse(
            responseCode = "401",
            description = "The first factor has to be proven anew: `mfa_token_not_valid`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ReadsBody
    @IsThrottled
    @CanBeBusy
    RequestOptions begin(HttpRequest<?> request, @Body Fields fields) {
        var token = fields.allowing("mfa_token").optional("mfa_token", raw -> Parsed.of(new ChallengeToken(raw)));
        fields.refuseIfFlawed();
        var command = new BeginPasskeyLogIn.Command(token.orNull(), addresses.of(request));
        return switch (beginPasskeyLogIn.begin(command)) {
            case BeginPasskeyLogIn.Outcome.Begun begun -> RequestOptions.of(begun, site.value());
            case BeginPasskeyLogIn.Outcome.NotGood() -> throw refusal("mfa_token_not_valid");
            case BeginPasskeyLogIn.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        };
    }

    @Post
    @Operation(
            operationId = "logInWithPasskey",
            summary = "Come in by a passkey",
            description =
                    "What the browser's `credential.toJSON()` gives. A passkey is two factors in one; it does alone.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = "object",
                                            description =
                                                    "`AuthenticationResponseJSON` of WebAuthn; and `mfa_token`, if the options were asked with it, and `device_name`")))
    @ApiResponse(
            responseCode = "200",
            description = "Tokens, and who one is",
            content = @Content(schema = @Schema(oneOf = {LoggedIn.class, LoggedInByCookie.class})))
    @ApiResponse(
            responseCode = "401",
            description = "Not good for anything that was asked: `passkey_not_valid`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "403",
            description =
                    "A good passkey, but: `account_disabled`, `account_leaving` or `email_unverified`; or cookies were asked for by a"
                            + " page of another site: `csrf_failed`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ReadsBody
    @HandsTokensOver
    @IsThrottled
    @CanBeBusy
    HttpResponse<?> logIn(HttpRequest<?> request, @Body Fields fields) {
        BrowserAnswer.allowing(fields, "mfa_token", "device_name");
        var token = fields.optional("mfa_token", raw -> Parsed.of(new ChallengeToken(raw)));
        var deviceName = fields.optional("device_name", Parsed::of);
        var answer = BrowserAnswer.used(fields);
        var device = devices.of(request, deviceName.orNull());
        return switch (logInWithPasskey.logIn(new LogInWithPasskey.Command(answer, token.orNull(), device))) {
            case LogInWithPasskey.Outcome.Welcome(var user, var tokens) -> {
                noteArrival(user);
                yield handover.welcome(request, user, tokens);
            }
            case LogInWithPasskey.Outcome.NotGood() -> throw refusal("passkey_not_valid");
            case LogInWithPasskey.Outcome.Copied(var user) -> {
                LOG.atWarn().addKeyValue("user", user.id()).log("A passkey's counter went back; somebody has a copy");
                throw refusal("passkey_not_valid");
            }
            case LogInWithPasskey.Outcome.AccountDisabled() ->
                throw Refusal.of(HttpStatus.FORBIDDEN, "account_disabled");
            case LogInWithPasskey.Outcome.AccountLeaving(var end) ->
                throw Refusal.of(HttpStatus.FORBIDDEN, "account_leaving").leavingAt(end);
            case LogInWithPasskey.Outcome.EmailUnverified() ->
                throw Refusal.of(HttpStatus.FORBIDDEN, "email_unverified");
            case LogInWithPasskey.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        };
    }

    private static void noteArrival(User user) {
        LOG.atInfo().addKeyValue("user", user.id()).log("Somebody logged in with a passkey");
    }

    private static Refusal refusal(String code) {
        return Refusal.of(HttpStatus.UNAUTHORIZED, code).with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    @Schema(name = "BeginPasskeyLogIn")
    record BeginRequest(
            @Schema(name = "mfa_token", description = "Of a login that asks for a second factor") @Nullable
            String mfaToken) {}
}
