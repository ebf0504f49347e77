package dev.beranda.adapter.web.user;

import dev.beranda.adapter.web.http.Representations;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.user.PublicProfileView;
import dev.beranda.application.user.ShowProfile;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.user.Username;
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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

@Controller("/api/users")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "People")
final class ProfileController {

    private final ShowProfile showProfile;
    private final Representations representations;

    ProfileController(ShowProfile showProfile, Representations representations) {
        this.showProfile = showProfile;
        this.representations = representations;
    }

    @Get("/{username}")
    @Operation(operationId = "showProfile", summary = "Show what a person tells about themselves")
    @ApiResponse(
            responseCode = "200",
            description = "The profile",
            headers =
                    @Header(
                            name = "ETag",
                            description = "Its version, and what else the answer says",
                            schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = ProfileBody.class)))
    @ApiResponse(responseCode = "304", description = "Still the version named in If-None-Match")
    @ApiResponse(
            responseCode = "404",
            description = "Nobody of that name, or nobody any more: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @CanBeBusy
    HttpResponse<?> show(HttpRequest<?> request, @PathVariable String username) {
        return find(username)
                .<HttpResponse<?>>map(person -> representations
                        .of(person.version(), ProfileBody.of(person))
                        .to(request))
                .orElseThrow(() -> Refusal.of(HttpStatus.NOT_FOUND, "not_found"));
    }

    private Optional<PublicProfileView> find(String username) {
        return Username.parse(username) instanceof Parsed.Valid<Username>(var name)
                ? showProfile.show(new ShowProfile.Query(name))
                : Optional.empty();
    }
}
