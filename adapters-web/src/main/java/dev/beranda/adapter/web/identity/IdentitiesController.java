package dev.beranda.adapter.web.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.identity.IdentityView;
import dev.beranda.application.identity.ListIdentities;
import dev.beranda.application.identity.UnlinkIdentity;
import dev.beranda.domain.identity.IdentityId;
import dev.beranda.domain.session.Access;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller("/api/me/identities")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Coming in by a provider")
final class IdentitiesController {

    private final ListIdentities listIdentities;
    private final UnlinkIdentity unlinkIdentity;

    IdentitiesController(ListIdentities listIdentities, UnlinkIdentity unlinkIdentity) {
        this.listIdentities = listIdentities;
        this.unlinkIdentity = unlinkIdentity;
    }

    @Get
    @Operation(operationId = "listIdentities", summary = "List the providers that vouch for one's account")
    @ApiResponse(
            responseCode = "200",
            description = "All of them, the oldest first; there is no further page",
            content = @Content(schema = @Schema(implementation = Listing.class)))
    @NeedsToken
    @CanBeBusy
    Listing list(@Parameter(hidden = true) Access caller) {
        return new Listing(
                listIdentities.list(new ListIdentities.Query(caller)).stream()
                        .map(IdentityBody::of)
                        .toList(),
                null);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "unlinkIdentity",
            summary = "No longer have a provider vouch for one's account",
            description = "The last way in stays: choose a password first, or link another.")
    @ApiResponse(responseCode = "204", description = "Done")
    @ApiResponse(
            responseCode = "404",
            description = "Nothing of one's own: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "One could not come in any more: `last_way_in`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @CanBeBusy
    void unlink(
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String id) {
        var identity = Query.id(id).map(IdentityId::new).orElseThrow(IdentitiesController::noSuchIdentity);
        switch (unlinkIdentity.unlink(new UnlinkIdentity.Command(caller, identity))) {
            case UnlinkIdentity.Outcome.Unlinked() -> {}
            case UnlinkIdentity.Outcome.NoSuchIdentity() -> throw noSuchIdentity();
            case UnlinkIdentity.Outcome.LastDoor() -> throw Refusal.of(HttpStatus.CONFLICT, "last_way_in");
        }
    }

    private static Refusal noSuchIdentity() {
        return Refusal.of(HttpStatus.NOT_FOUND, "not_found");
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "IdentityList")
    record Listing(List<IdentityBody> items, @Nullable String nextCursor) {}

    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Identity")
    record IdentityBody(
            UUID id,
            @Schema(example = "google") String provider,
            @Schema(example = "Google") String name,

            @Schema(description = "What the account is called there, to know it by") @Nullable
            String label,

            Instant linkedAt) {

        static IdentityBody of(IdentityView view) {
            return new IdentityBody(
                    view.id().value(),
                    view.provider().name(),
                    view.provider().title(),
                    view.label().isEmpty() ? null : view.label(),
                    view.linkedAt());
        }
    }
}
