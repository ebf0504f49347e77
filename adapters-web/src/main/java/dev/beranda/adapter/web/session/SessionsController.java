package dev.beranda.adapter.web.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.language.PreferredLanguage;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.session.EndOtherSessions;
import dev.beranda.application.session.EndSession;
import dev.beranda.application.session.ListSessions;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.SessionId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Status;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller("/api/auth/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Sessions")
final class SessionsController {

    private final ListSessions listSessions;
    private final EndSession endSession;
    private final EndOtherSessions endOtherSessions;

    SessionsController(ListSessions listSessions, EndSession endSession, EndOtherSessions endOtherSessions) {
        this.listSessions = listSessions;
        this.endSession = endSession;
        this.endOtherSessions = endOtherSessions;
    }

    @Get
    @Operation(operationId = "listSessions", summary = "List the devices one is logged in on, the last used first")
    @ApiResponse(
            responseCode = "200",
            description = "All of them; there is no further page",
            content = @Content(schema = @Schema(implementation = Listing.class)))
    @NeedsToken
    @CanBeBusy
    Listing list(HttpRequest<?> request, @Parameter(hidden = true) Access caller) {
        var language = PreferredLanguage.of(request);
        return new Listing(
                listSessions.list(new ListSessions.Query(caller)).stream()
                        .map(session -> SessionBody.of(session, caller.session(), language))
                        .toList(),
                null);
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endOtherSessions", summary = "Log every other device out")
    @ApiResponse(responseCode = "204", description = "Done; this device stays logged in")
    @NeedsToken
    @CanBeBusy
    void endOthers(@Parameter(hidden = true) Access caller) {
        endOtherSessions.endOthers(new EndOtherSessions.Command(caller));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endSession", summary = "Log one device out")
    @ApiResponse(responseCode = "204", description = "Done")
    @ApiResponse(
            responseCode = "404",
            description = "No such session of one's own: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @CanBeBusy
    void end(
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String id) {
        var session = Query.id(id).map(SessionId::new).orElseThrow(SessionsController::noSuchSession);
        switch (endSession.end(new EndSession.Command(caller, session))) {
            case EndSession.Outcome.Done() -> {}
            case EndSession.Outcome.NoSuchSession() -> throw noSuchSession();
        }
    }

    private static Refusal noSuchSession() {
        return Refusal.of(HttpStatus.NOT_FOUND, "not_found");
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "SessionList")
    record Listing(List<SessionBody> items, @Nullable String nextCursor) {}
}
