package dev.beranda.adapter.web.syndication;

import dev.beranda.adapter.web.freshness.PublicAnswer;
import dev.beranda.adapter.web.freshness.PublicAnswers;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsPublic;
import dev.beranda.adapter.web.openapi.MayBeNowhere;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.syndication.PlaceView;
import dev.beranda.application.syndication.ShowSitemap;
import dev.beranda.application.syndication.ShowSitemapPart;
import dev.beranda.application.syndication.SitemapView;
import dev.beranda.domain.freshness.Subject;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where everything is, for search engines.
@Controller
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Syndication")
final class SitemapController {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,6}");

    private final ShowSitemap showSitemap;
    private final ShowSitemapPart showSitemapPart;
    private final PublicAnswers publicAnswers;
    private final Site site;

    SitemapController(
            ShowSitemap showSitemap, ShowSitemapPart showSitemapPart, PublicAnswers publicAnswers, Site site) {
        this.showSitemap = showSitemap;
        this.showSitemapPart = showSitemapPart;
        this.publicAnswers = publicAnswers;
        this.site = site;
    }

    @Get("/sitemap.xml")
    @Operation(
            operationId = "showSitemap",
            summary = "Where every post is (sitemaps.org)",
            description = "Of very many posts, an index of the parts in which it comes.")
    @ApiResponse(
            responseCode = "200",
            description = "The map, or the index",
            headers = @Header(name = "ETag", schema = @Schema(type = "string")),
            content = @Content(mediaType = Sitemap.TYPE, schema = @Schema(type = "string")))
    @IsPublic
    @ApiResponse(
            responseCode = "400",
            description = "A parameter, of which none is known here: `unknown_field`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @CanBeBusy
    CompletionStage<MutableHttpResponse<?>> show(HttpRequest<?> request) {
        return publicAnswers.answer(request, () -> shown(request));
    }

    private PublicAnswer shown(HttpRequest<?> request) {
        Query.of(request).allowing();
        return switch (showSitemap.show()) {
            case SitemapView.Whole(var places) -> answer(Sitemap.of(places, true, site));
            case SitemapView.Parts(var parts) -> answer(Sitemap.ofParts(parts, site));
        };
    }

    @Get("/sitemap-{number}.xml")
    @Operation(
            operationId = "showSitemapPart",
            summary = "A part of where every post is",
            description = "A post stays in the part where it is while others are added.")
    @ApiResponse(
            responseCode = "200",
            description = "The part",
            headers = @Header(name = "ETag", schema = @Schema(type = "string")),
            content = @Content(mediaType = Sitemap.TYPE, schema = @Schema(type = "string")))
    @IsPublic
    @ApiResponse(
            responseCode = "400",
            description = "A parameter, of which none is known here: `unknown_field`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @MayBeNowhere
    @CanBeBusy
    CompletionStage<MutableHttpResponse<?>> part(
            HttpRequest<?> request,
            @PathVariable @Parameter(schema = @Schema(type = "integer", minimum = "1")) String number) {
        return publicAnswers.answer(request, () -> shown(request, number));
    }

    private PublicAnswer shown(HttpRequest<?> request, String number) {
        Query.of(request).allowing();
        List<PlaceView> places = Optional.of(number)
                .filter(NUMBER.asMatchPredicate())
                .map(Integer::valueOf)
                .flatMap(part -> showSitemapPart.show(new ShowSitemapPart.Query(part)))
                .orElseThrow(() -> Refusal.of(HttpStatus.NOT_FOUND, "not_found"));
        boolean isFirst = number.equals("1");
        return answer(Sitemap.of(places, isFirst, site));
    }

    /// That a part was divided is not told from node to node; it is seen a minute later at most.
    private static PublicAnswer answer(byte[] content) {
        return PublicAnswer.of(Publication.of(content, Sitemap.TYPE), Stream.of(Subject.POSTS));
    }
}
