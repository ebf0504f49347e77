package dev.beranda.adapter.web.session;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.HandsTokensOver;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.security.BearerRefusals;
import dev.beranda.adapter.web.security.Caller;
import dev.beranda.adapter.web.security.TokenTransport;
import dev.beranda.application.session.EndSession;
import dev.beranda.application.session.LeaveSession;
import dev.beranda.application.session.LogOut;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.RefreshToken;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.user.UserId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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

/// Open to everybody, for a browser whose session is over wants to be rid of its cookies too.
@Controller("/api/auth/logout")
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Sessions")
final class LogOutController {

    private static final Logger LOG = LoggerFactory.getLogger(LogOutController.class);

    private final LogOut logOut;
    private final LeaveSession leaveSession;
    private final EndSession endSession;
    private final KeptSession keptSession;

    LogOutController(LogOut logOut, LeaveSession leaveSession, EndSession endSession, KeptSession keptSession) {
        this.logOut = logOut;
        this.leaveSession = leaveSession;
        this.endSession = endSession;
        this.keptSession = keptSession;
    }

    @Post
    @Operation(
            operationId = "logOut",
            summary = "End the session a refresh token belongs to",
            description = "Its refresh and access tokens stop working on every node. By cookie the body stays empty,"
                    + " the cookies go, and it is no mistake to log out again.")
    @RequestBody(content = @Content(schema = @Schema(implementation = LogOutRequest.class)))
    @ApiResponse(responseCode = "204", description = "Logged out")
    @NeedsToken
    @ReadsBody
    @HandsTokensOver
    @CanBeBusy
    HttpResponse<?> logOut(HttpRequest<?> request, @Nullable @Body Fields fields) {
        switch (TokenTransport.of(request)) {
            case BODY -> logOutWith(Fields.sent(fields), caller(request));
            case COOKIE -> leave(request, fields);
        }
        var answer = HttpResponse.noContent();
        if (TokenTransport.of(request) == TokenTransport.COOKIE) {
            keptSession.forgetWith(answer);
        }
        return answer;
    }

    private static Access caller(HttpRequest<?> request) {
        return Caller.of(request).orElseThrow(() -> Caller.refusalOf(request));
    }

    private void logOutWith(Fields fields, Access caller) {
        fields.allowing("refresh_token", "refresh");
        String name = fields.has("refresh") ? "refresh" : "refresh_token";
        var token = fields.required(name, Parsed::of);
        fields.refuseIfFlawed();
        switch (logOut.logOut(new LogOut.Command(caller, new RefreshToken(token.value())))) {
            case LogOut.Outcome.Done() -> noteLeave(caller.bearer().user());
            case LogOut.Outcome.NotValid() -> throw BearerRefusals.notValid();
        }
    }

    private void leave(HttpRequest<?> request, @Nullable Fields fields) {
        Fields.sentNone(fields);
        keptSession.claimedBy(request).ifPresentOrElse(this::leave, () -> endOf(request));
    }

    private void leave(RefreshToken token) {
        switch (leaveSession.leave(new LeaveSession.Command(token))) {
            case LeaveSession.Outcome.Left(var user) -> noteLeave(user);
            case LeaveSession.Outcome.NothingToLeave() -> {}
        }
    }

    /// Where the refresh cookie was lost there may be the other one.
    private void endOf(HttpRequest<?> request) {
        Caller.refuseCsrf(request);
        Caller.of(request).ifPresent(caller -> {
            endSession.end(new EndSession.Command(caller, caller.session()));
            noteLeave(caller.bearer().user());
        });
    }

    private static void noteLeave(UserId user) {
        LOG.atInfo().addKeyValue("user", user).log("Somebody logged out");
    }

    @Schema(name = "LogOut", description = "`refresh` is read as well as `refresh_token`; neither by cookie")
    record LogOutRequest(
            @Schema(name = "refresh_token") @Nullable String refreshToken,

            @Schema(description = "The same, as it is called where one refreshes") @Nullable
            String refresh) {}
}
