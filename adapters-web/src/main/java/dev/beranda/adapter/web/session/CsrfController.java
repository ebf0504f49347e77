package dev.beranda.adapter.web.session;

import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.security.Caller;
import dev.beranda.adapter.web.security.CsrfGuard;
import dev.beranda.domain.session.Access;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/auth/csrf")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Tokens")
final class CsrfController {

    private final KeptSession keptSession;
    private final CsrfGuard csrfGuard;

    CsrfController(KeptSession keptSession, CsrfGuard csrfGuard) {
        this.keptSession = keptSession;
        this.csrfGuard = csrfGuard;
    }

    @Get
    @Operation(
            operationId = "showCsrfToken",
            summary = "Ask for the CSRF token of the session in one's cookies",
            description = "For a page that was loaded anew. The refresh cookie will do where the access token is over.")
    @ApiResponse(
            responseCode = "200",
            description = "The same all through the session",
            content = @Content(schema = @Schema(implementation = CsrfToken.class)))
    @NeedsToken
    CsrfToken show(HttpRequest<?> request) {
        csrfGuard.refuseStrangers(request);
        return Caller.of(request)
                .map(Access::session)
                .or(() -> keptSession.in(request))
                .map(session -> new CsrfToken(csrfGuard.tokenOf(session)))
                .orElseThrow(() -> Caller.refusalOf(request));
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "CsrfToken")
    record CsrfToken(
            @Schema(description = "Goes into `X-CSRF-Token` of every unsafe request")
            String csrfToken) {}
}
