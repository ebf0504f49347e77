package dev.beranda.adapter.web.identity;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.identity.LeaveToLink;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Parsed;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
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
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where somebody who is logged in asks for another door.
@Controller("/api/auth/oauth/{provider}/link")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Coming in by a provider")
final class OauthLinkController {

    private final LeaveToLink leaveToLink;
    private final BrowserCookie cookie;

    OauthLinkController(LeaveToLink leaveToLink, BrowserCookie cookie) {
        this.leaveToLink = leaveToLink;
        this.cookie = cookie;
    }

    @Post
    @Operation(
            operationId = "linkProvider",
            summary = "Have a provider vouch for one's account from now on",
            description =
                    "Lead the browser to the address that comes back. It comes back to `redirect_to` with `linked`, or with `error` and `error_description`. Ask from the browser, with its cookies: it is bound to it. One has to have logged in within the last quarter of an hour.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LinkRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Where to lead the browser",
            content = @Content(schema = @Schema(implementation = DestinationBody.class)))
    @ApiResponse(
            responseCode = "400",
            description =
                    "Malformed (`bad_request`, `malformed_json`), with a field that is not known here (`unknown_field`), or not a page that may be returned to (`redirect_not_allowed`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "403",
            description = "One logged in too long ago (`login_too_old`), or is known by cookie only (`csrf_failed`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such provider: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "502",
            description = "The provider does not answer: `oauth_unavailable`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @ReadsBody
    @CanBeBusy
    HttpResponse<DestinationBody> link(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable String provider,
            @Body Fields fields) {
        var returnTo = fields.allowing("redirect_to").optional("redirect_to", Parsed::of);
        fields.refuseIfFlawed();
        var browser = cookie.of(request);
        String page = returnTo.orNull();
        var command = new LeaveToLink.Command(caller, Providers.named(provider), page == null ? "" : page, browser);
        return switch (leaveToLink.leave(command)) {
            case LeaveToLink.Outcome.SetOut(var destination) ->
                HttpResponse.ok(new DestinationBody(destination))
                        .header(HttpHeaders.SET_COOKIE, cookie.setting(browser));
            case LeaveToLink.Outcome.NoSuchProvider() -> throw Providers.notKnown();
            case LeaveToLink.Outcome.ReturnNotAllowed() -> throw Providers.returnNotAllowed();
            case LeaveToLink.Outcome.LoginTooOld() -> throw Refusal.of(HttpStatus.FORBIDDEN, "login_too_old");
            case LeaveToLink.Outcome.ProviderUnavailable() ->
                throw Refusal.of(HttpStatus.BAD_GATEWAY, "oauth_unavailable");
        };
    }

    @Schema(name = "LinkProvider")
    record LinkRequest(
            @Schema(name = "redirect_to", format = "uri", description = "The page to return to") @Nullable
            String redirectTo) {}

    /// There is a sealed errand in it, which does not belong into logs.
    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Destination")
    record DestinationBody(@Schema(format = "uri") URI authorizationUrl) {

        @Override
        public String toString() {
            return "Destination[" + authorizationUrl.getHost() + "]";
        }
    }
}
