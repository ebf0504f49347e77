package dev.beranda.adapter.web.session;

import dev.beranda.adapter.web.http.WaitingRoom;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.HandsTokensOver;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.security.BearerRefusals;
import dev.beranda.adapter.web.security.TokenTransport;
import dev.beranda.application.session.CheckAccess;
import dev.beranda.application.session.RecallAccess;
import dev.beranda.application.session.RefreshSession;
import dev.beranda.domain.session.AccessToken;
import dev.beranda.domain.session.RefreshToken;
import dev.beranda.domain.session.Session;
import dev.beranda.domain.shared.Parsed;
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
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/auth/token")
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Tokens")
final class TokenController {

    private static final Logger LOG = LoggerFactory.getLogger(TokenController.class);

    private final RecallAccess recallAccess;
    private final CheckAccess checkAccess;
    private final WaitingRoom waitingRoom;
    private final RefreshSession refreshSession;
    private final Devices devices;
    private final Handover handover;
    private final KeptSession keptSession;

    TokenController(
            RecallAccess recallAccess,
            CheckAccess checkAccess,
            WaitingRoom waitingRoom,
            RefreshSession refreshSession,
            Devices devices,
            Handover handover,
            KeptSession keptSession) {
        this.recallAccess = recallAccess;
        this.checkAccess = checkAccess;
        this.waitingRoom = waitingRoom;
        this.refreshSession = refreshSession;
        this.devices = devices;
        this.handover = handover;
        this.keptSession = keptSession;
    }

    @Post("/verify")
    @Operation(operationId = "verifyToken", summary = "Ask whether an access token is good")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = VerifyRequest.class)))
    @ApiResponse(responseCode = "200", description = "It is")
    @ApiResponse(
            responseCode = "401",
            description = "It is not: `token_not_valid`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ReadsBody
    @CanBeBusy
    CompletionStage<Map<String, Object>> verify(@Body Fields fields) {
        var text = fields.allowing("token").required("token", Parsed::of);
        fields.refuseIfFlawed();
        var token = new AccessToken(text.value());
        return waitingRoom.answer(
                recallAccess.recall(new RecallAccess.Query(token)), _ -> Map.of(), () -> check(token));
    }

    private Map<String, Object> check(AccessToken token) {
        return switch (checkAccess.check(new CheckAccess.Query(token))) {
            case CheckAccess.Outcome.Granted _ -> Map.of();
            case CheckAccess.Outcome.NotValid() -> throw BearerRefusals.notValid();
            case CheckAccess.Outcome.TakenBack() -> throw BearerRefusals.takenBack();
        };
    }

    @Post("/refresh")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(
            operationId = "refreshTokens",
            summary = "Exchange a refresh token for the next pair",
            description =
                    "Good once. Within a few seconds the same token gets the same successor again, so that two tabs"
                            + " or a lost answer log nobody out; after that, showing it again ends the session. By"
                            + " cookie the body stays empty, and `X-CSRF-Token` is shown.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RefreshRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The next pair",
            content = @Content(schema = @Schema(oneOf = {TokensBody.class, RefreshedByCookie.class})))
    @ApiResponse(
            responseCode = "401",
            description = "Not good, or no longer: `token_not_valid`; a copy was used: `token_reused`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "403",
            description = "By cookie, but not from a page that knows the session's CSRF token: `csrf_failed`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ReadsBody
    @HandsTokensOver
    @CanBeBusy
    HttpResponse<?> refresh(HttpRequest<?> request, @Nullable @Body Fields fields) {
        return switch (TokenTransport.of(request)) {
            case BODY -> refresh(request, tokenIn(Fields.sent(fields)));
            case COOKIE -> refreshByCookie(request, fields);
        };
    }

    private static RefreshToken tokenIn(Fields fields) {
        var token = fields.allowing("refresh").required("refresh", Parsed::of);
        fields.refuseIfFlawed();
        return new RefreshToken(token.value());
    }

    /// Cookies that are good for nothing any more go with the refusal.
    private HttpResponse<?> refreshByCookie(HttpRequest<?> request, @Nullable Fields fields) {
        Fields.sentNone(fields);
        var token = keptSession.claimedBy(request).orElseThrow(BearerRefusals::noToken);
        try {
            return refresh(request, token);
        } catch (Refusal refusal) {
            throw keptSession.forgetWith(refusal);
        }
    }

    private HttpResponse<?> refresh(HttpRequest<?> request, RefreshToken token) {
        var command = new RefreshSession.Command(token, devices.of(request, null));
        return switch (refreshSession.refresh(command)) {
            case RefreshSession.Outcome.Refreshed(var tokens) -> handover.renew(request, tokens);
            case RefreshSession.Outcome.NotValid() -> throw BearerRefusals.notValid();
            case RefreshSession.Outcome.SessionOver() -> throw BearerRefusals.takenBack();
            case RefreshSession.Outcome.Reused(var session) -> {
                noteReuse(session);
                throw Refusal.of(HttpStatus.UNAUTHORIZED, "token_reused")
                        .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            }
        };
    }

    private static void noteReuse(Session session) {
        LOG.atWarn()
                .addKeyValue("session", session.id())
                .addKeyValue("user", session.bearer().user())
                .log("A refresh token was used twice; its session is over");
    }

    @Schema(name = "VerifyToken")
    record VerifyRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String token) {}

    @Schema(name = "RefreshTokens")
    record RefreshRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String refresh) {}
}
