package dev.beranda.adapter.web.identity;

import dev.beranda.adapter.web.factor.SecondFactorWanted;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.HandsTokensOver;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.security.TokenTransport;
import dev.beranda.adapter.web.session.Devices;
import dev.beranda.adapter.web.session.Handover;
import dev.beranda.adapter.web.session.LoggedIn;
import dev.beranda.adapter.web.session.LoggedInByCookie;
import dev.beranda.application.identity.LogInByProvider;
import dev.beranda.domain.identity.VoucherCode;
import dev.beranda.domain.shared.Parsed;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a page comes in with the code a browser brought it.
@Controller("/api/auth/oauth/exchange")
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Coming in by a provider")
final class OauthExchangeController {

    private static final Logger LOG = LoggerFactory.getLogger(OauthExchangeController.class);

    private final LogInByProvider logInByProvider;
    private final BrowserCookie cookie;
    private final Devices devices;
    private final Handover handover;

    OauthExchangeController(LogInByProvider logInByProvider, BrowserCookie cookie, Devices devices, Handover handover) {
        this.logInByProvider = logInByProvider;
        this.cookie = cookie;
        this.devices = devices;
        this.handover = handover;
    }

    @Post
    @Operation(operationId = "exchangeCode", summary = "Come in with the code one was sent back with")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ExchangeRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Tokens, and who one is; or a token to prove the second factor with",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            oneOf = {LoggedIn.class, LoggedInByCookie.class, SecondFactorWanted.class
                                            })))
    @ApiResponse(
            responseCode = "400",
            description =
                    "Malformed (`bad_request`, `malformed_json`), with a field that is not known here (`unknown_field`), or a code that was used, is too old, is of another browser, or none of ours (`oauth_code_not_valid`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "403",
            description =
                    "The code was right, but: `account_disabled`, `account_leaving`, `email_unverified`; or cookies were asked for by a page of another site: `csrf_failed`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ReadsBody
    @HandsTokensOver
    @CanBeBusy
    HttpResponse<?> exchange(HttpRequest<?> request, @Body Fields fields) {
        var code = fields.allowing("code", "code_verifier", "device_name").required("code", Parsed::of);
        var verifier = fields.optional("code_verifier", Parsed::of);
        var deviceName = fields.optional("device_name", Parsed::of);
        fields.refuseIfFlawed();
        var device = devices.of(request, deviceName.orNull());
        String shown = verifier.orNull();
        var command = new LogInByProvider.Command(
                new VoucherCode(code.value()),
                cookie.find(request).orElse(null),
                shown == null ? "" : shown,
                TokenTransport.of(request) == TokenTransport.COOKIE,
                device);
        return switch (logInByProvider.logIn(command)) {
            case LogInByProvider.Outcome.Welcome(var user, var provider, var tokens) -> {
                LOG.atInfo()
                        .addKeyValue("user", user.id())
                        .addKeyValue("provider", provider.name())
                        .log("Somebody logged in by a provider");
                yield handover.welcome(request, user, tokens);
            }
            case LogInByProvider.Outcome.SecondFactorWanted(var demand) ->
                HttpResponse.ok(SecondFactorWanted.of(demand));
            case LogInByProvider.Outcome.NotGood() -> throw Refusal.of(HttpStatus.BAD_REQUEST, "oauth_code_not_valid");
            case LogInByProvider.Outcome.AccountDisabled() ->
                throw Refusal.of(HttpStatus.FORBIDDEN, "account_disabled");
            case LogInByProvider.Outcome.AccountLeaving(var end) ->
                throw Refusal.of(HttpStatus.FORBIDDEN, "account_leaving").leavingAt(end);
            case LogInByProvider.Outcome.EmailUnverified() ->
                throw Refusal.of(HttpStatus.FORBIDDEN, "email_unverified");
        };
    }

    @Schema(name = "ExchangeCode")
    record ExchangeRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String code,

            @Schema(name = "code_verifier", description = "That meets the `code_challenge` one set out with") @Nullable
            String codeVerifier,

            @Schema(name = "device_name", description = "What the list of sessions calls this device") @Nullable
            String deviceName) {}
}
