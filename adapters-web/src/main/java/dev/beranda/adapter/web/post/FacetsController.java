package dev.beranda.adapter.web.post;

import dev.beranda.adapter.web.freshness.PublicAnswer;
import dev.beranda.adapter.web.freshness.PublicAnswers;
import dev.beranda.adapter.web.http.Representations;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsPublic;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.application.post.CountFacets;
import dev.beranda.application.post.FacetsView;
import dev.beranda.application.post.PostReader.Which;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.shared.SearchText;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.user.Username;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/// What a list of posts could be narrowed by. It says the same to everybody.
@Controller("/api/posts/facets")
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Posts")
final class FacetsController {

    private final CountFacets countFacets;
    private final Representations representations;
    private final PublicAnswers publicAnswers;

    FacetsController(CountFacets countFacets, Representations representations, PublicAnswers publicAnswers) {
        this.countFacets = countFacets;
        this.representations = representations;
        this.publicAnswers = publicAnswers;
    }

    @Get
    @Operation(
            operationId = "countFacets",
            summary = "Count the published posts by tag, category, author, year and month",
            description = "Of those that a list with the same parameters has. Ten thousand are looked at, at most.")
    @ChoosesPosts
    @ApiResponse(
            responseCode = "200",
            description = "The counts",
            headers = @Header(name = "ETag", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = FacetsBody.class)))
    @IsPublic
    @ApiResponse(
            responseCode = "400",
            description = "A parameter that is not known here: `unknown_field`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Understood, but some parameters will not do, all named at once: `validation_failed`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @CanBeBusy
    CompletionStage<MutableHttpResponse<?>> count(HttpRequest<?> request) {
        return publicAnswers.answer(request, () -> counted(request));
    }

    private PublicAnswer counted(HttpRequest<?> request) {
        Fields query = Query.of(request).allowing("q", "tag", "category", "author", "from", "to");
        var words = query.optional("q", SearchText::parse);
        var tag = query.optional("tag", Slug::parse);
        var category = query.optional("category", Slug::parse);
        var author = query.optional("author", Username::parse);
        var from = query.optional("from", Query::time);
        var to = query.optional("to", Query::time);
        query.refuseIfFlawed();
        var which = new Which(tag.orNull(), category.orNull(), author.orNull(), from.orNull(), to.orNull());
        var facets = countFacets.count(new CountFacets.Query(words.orNull(), which));
        return PublicAnswer.of(representations.of(FacetsBody.of(facets)), subjects(facets));
    }

    private static Stream<Subject> subjects(FacetsView facets) {
        return Stream.concat(
                Stream.of(Subject.POSTS, Subject.LABELS),
                facets.authors().stream().map(author -> Subject.person(author.id())));
    }
}
