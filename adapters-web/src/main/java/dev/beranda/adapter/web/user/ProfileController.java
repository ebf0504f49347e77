package dev.beranda.adapter.web.user;

import dev.beranda.adapter.web.freshness.PublicAnswer;
import dev.beranda.adapter.web.freshness.PublicAnswers;
import dev.beranda.adapter.web.http.Representations;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsPublic;
import dev.beranda.adapter.web.openapi.MayBeNowhere;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.user.PublicProfileView;
import dev.beranda.application.user.ShowProfile;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.user.Username;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

@Controller("/api/users")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "People")
final class ProfileController {

    private final ShowProfile showProfile;
    private final Representations representations;
    private final PublicAnswers publicAnswers;

    ProfileController(ShowProfile showProfile, Representations representations, PublicAnswers publicAnswers) {
        this.showProfile = showProfile;
        this.representations = representations;
        this.publicAnswers = publicAnswers;
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
    @IsPublic
    @MayBeNowhere
    @CanBeBusy
    CompletionStage<MutableHttpResponse<?>> show(HttpRequest<?> request, @PathVariable String username) {
        return publicAnswers.answer(request, () -> shown(username));
    }

    private PublicAnswer shown(String username) {
        var person = find(username).orElseThrow(() -> Refusal.of(HttpStatus.NOT_FOUND, "not_found"));
        var representation = representations.of(person.version(), ProfileBody.of(person));
        return PublicAnswer.of(representation, Stream.of(Subject.person(person.id())));
    }

    private Optional<PublicProfileView> find(String username) {
        return Username.parse(username) instanceof Parsed.Valid<Username>(var name)
                ? showProfile.show(new ShowProfile.Query(name))
                : Optional.empty();
    }
}
