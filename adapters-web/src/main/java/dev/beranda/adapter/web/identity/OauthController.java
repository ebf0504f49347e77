package dev.beranda.adapter.web.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.http.ClientAddresses;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.language.Messages;
import dev.beranda.adapter.web.language.PreferredLanguage;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.application.identity.LeaveForProvider;
import dev.beranda.application.identity.ReturnFromProvider;
import dev.beranda.application.identity.ReturnFromProvider.Answer;
import dev.beranda.application.identity.ReturnFromProvider.Reason;
import dev.beranda.application.identity.ShowProviders;
import dev.beranda.domain.identity.ErrandToken;
import dev.beranda.domain.identity.Provider;
import dev.beranda.domain.identity.ProviderCode;
import dev.beranda.domain.identity.ReturnAddress;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to a provider and back, gone by browsers.
@Controller("/api/auth/oauth")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Coming in by a provider")
final class OauthController {

    private static final Logger LOG = LoggerFactory.getLogger(OauthController.class);
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final ShowProviders showProviders;
    private final LeaveForProvider leaveForProvider;
    private final ReturnFromProvider returnFromProvider;
    private final BrowserCookie cookie;
    private final ClientAddresses addresses;
    private final Messages messages;

    OauthController(
            ShowProviders showProviders,
            LeaveForProvider leaveForProvider,
            ReturnFromProvider returnFromProvider,
            BrowserCookie cookie,
            ClientAddresses addresses,
            Messages messages) {
        this.showProviders = showProviders;
        this.leaveForProvider = leaveForProvider;
        this.returnFromProvider = returnFromProvider;
        this.cookie = cookie;
        this.addresses = addresses;
        this.messages = messages;
    }

    @Get("/providers")
    @Operation(operationId = "listProviders", summary = "List who may vouch for people here")
    @ApiResponse(
            responseCode = "200",
            description = "All of them, in the order of the alphabet; there is no further page",
            content = @Content(schema = @Schema(implementation = Listing.class)))
    @ApiResponse(
            responseCode = "400",
            description = "There is a parameter, and none is known here: `unknown_field`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    Listing providers(HttpRequest<?> request) {
        Query.of(request).allowing();
        return new Listing(showProviders.show().stream().map(ProviderBody::of).toList(), null);
    }

    @Get("/{provider}/start")
    @Operation(
            operationId = "startWithProvider",
            summary = "Set out for a provider, to come in by its word",
            description =
                    "For a browser to be led to, not for scripts. It is bound to the browser by a cookie, for ten minutes.")
    @Parameter(
            name = "redirect_to",
            in = ParameterIn.QUERY,
            description = "The page to return to: it gets `code`, or `error` and `error_description`, in its query",
            schema = @Schema(type = "string", format = "uri"))
    @Parameter(
            name = "code_challenge",
            in = ParameterIn.QUERY,
            description =
                    "That the exchange of the code has to meet (RFC 7636, `S256`). For pages that cannot send cookies along.",
            schema = @Schema(type = "string", pattern = "[A-Za-z0-9_-]{43}"))
    @Parameter(
            name = "code_challenge_method",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", allowableValues = "S256"))
    @ApiResponse(
            responseCode = "303",
            description = "To the provider; or back to the page, where it cannot be asked now")
    @ApiResponse(
            responseCode = "400",
            description =
                    "The page is not one that may be returned to (`redirect_not_allowed`), or there is a parameter that is not known here (`unknown_field`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such provider: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "No challenge by the method that is taken: `validation_failed`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @IsThrottled
    @CanBeBusy
    HttpResponse<?> start(HttpRequest<?> request, @PathVariable String provider) {
        var fields = Query.of(request).allowing("redirect_to", "code_challenge", "code_challenge_method");
        var returnTo = fields.optional("redirect_to", Parsed::of);
        var challenge = fields.optional("code_challenge", OauthController::challenge);
        fields.optional("code_challenge_method", OauthController::method);
        fields.refuseIfFlawed();
        var browser = cookie.of(request);
        var command = new LeaveForProvider.Command(
                Providers.named(provider),
                textOf(returnTo.orNull()),
                textOf(challenge.orNull()),
                browser,
                addresses.of(request));
        return switch (leaveForProvider.leave(command)) {
            case LeaveForProvider.Outcome.SetOut(var destination) ->
                HttpResponse.seeOther(destination).header(HttpHeaders.SET_COOKIE, cookie.setting(browser));
            case LeaveForProvider.Outcome.NoSuchProvider() -> throw Providers.notKnown();
            case LeaveForProvider.Outcome.ReturnNotAllowed() -> throw Providers.returnNotAllowed();
            case LeaveForProvider.Outcome.ProviderUnavailable(var page) -> turnAway(request, page, Reason.UNAVAILABLE);
            case LeaveForProvider.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        };
    }

    @Get("/{provider}/callback")
    @Operation(
            operationId = "returnFromProvider",
            summary = "Come back from a provider",
            description =
                    "Where the provider sends the browser. The page one set out from gets a code in its query, good once and for a minute, and never a token.")
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "code", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "error", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "303",
            description =
                    "To the page: with `code`; with `linked`, after linking; or with `error` and `error_description`")
    @ApiResponse(
            responseCode = "400",
            description =
                    "This browser was not sent to this provider, or too long ago, or came back before: `oauth_state_not_valid`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such provider: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @CanBeBusy
    HttpResponse<?> callback(HttpRequest<?> request, @PathVariable String provider) {
        var from = Providers.named(provider);
        var browser = cookie.find(request).orElseThrow(OauthController::stateNotValid);
        var command = new ReturnFromProvider.Command(
                from, new ErrandToken(only(request, "state")), browser, answer(request), PreferredLanguage.of(request));
        return switch (returnFromProvider.comeBack(command)) {
            case ReturnFromProvider.Outcome.Arrived(var page, var code) ->
                HttpResponse.seeOther(page.telling("code", code.reveal()));
            case ReturnFromProvider.Outcome.Linked(var page, var linked) ->
                HttpResponse.seeOther(page.telling("linked", linked.name()));
            case ReturnFromProvider.Outcome.TurnedAway(var page, var reason) -> {
                LOG.atInfo()
                        .addKeyValue("provider", from.name())
                        .addKeyValue("reason", reason)
                        .log("Somebody who came from a provider was turned away");
                yield turnAway(request, page, reason);
            }
            case ReturnFromProvider.Outcome.NotGood() -> throw stateNotValid();
        };
    }

    private HttpResponse<?> turnAway(HttpRequest<?> request, ReturnAddress page, Reason reason) {
        String code = codeOf(reason);
        String words = messages.say(PreferredLanguage.of(request), code, List.of());
        return HttpResponse.seeOther(page.telling("error", code, "error_description", words));
    }

    private static String codeOf(Reason reason) {
        return switch (reason) {
            case DENIED -> "oauth_denied";
            case NOT_BELIEVED -> "oauth_failed";
            case UNAVAILABLE -> "oauth_unavailable";
            case EMAIL_REQUIRED -> "oauth_email_required";
            case EMAIL_UNVERIFIED -> "oauth_email_unverified";
            case ACCOUNT_EXISTS -> "oauth_account_exists";
            case ACCOUNT_UNCONFIRMED -> "oauth_account_unconfirmed";
            case ACCOUNT_DISABLED -> "account_disabled";
            case LINKED_ELSEWHERE -> "oauth_linked_elsewhere";
            case LOGGED_OUT -> "oauth_logged_out";
        };
    }

    /// Providers add parameters of their own, which say nothing here.
    private static Answer answer(HttpRequest<?> request) {
        String error = only(request, "error");
        String code = only(request, "code");
        if (error.equals("access_denied")) {
            return new Answer.Denied();
        }
        return error.isEmpty() && !code.isEmpty() ? new Answer.Code(new ProviderCode(code)) : new Answer.Garbled();
    }

    /// What is there twice says nothing.
    private static String only(HttpRequest<?> request, String name) {
        List<String> values = request.getParameters().getAll(name);
        return values.size() == 1 ? values.getFirst() : "";
    }

    private static Parsed<String> challenge(String raw) {
        return CHALLENGE.matcher(raw).matches() ? Parsed.of(raw) : Parsed.flawed(new Flaw("challenge_invalid"));
    }

    private static Parsed<String> method(String raw) {
        return raw.equals("S256") ? Parsed.of(raw) : Parsed.flawed(new Flaw("challenge_invalid"));
    }

    private static String textOf(@Nullable String field) {
        return field == null ? "" : field;
    }

    private static Refusal stateNotValid() {
        return Refusal.of(HttpStatus.BAD_REQUEST, "oauth_state_not_valid");
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "ProviderList")
    record Listing(List<ProviderBody> items, @Nullable String nextCursor) {}

    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Provider")
    record ProviderBody(
            @Schema(example = "google") String provider,

            @Schema(example = "Google", description = "What it is called in sentences")
            String name,

            @Schema(format = "uri-reference", description = "Where to lead a browser")
            URI startUrl) {

        static ProviderBody of(Provider provider) {
            return new ProviderBody(
                    provider.name(), provider.title(), URI.create("/api/auth/oauth/" + provider.name() + "/start"));
        }
    }
}
