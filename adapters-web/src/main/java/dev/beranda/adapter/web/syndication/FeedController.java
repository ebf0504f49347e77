package dev.beranda.adapter.web.syndication;

import dev.beranda.adapter.web.freshness.PublicAnswer;
import dev.beranda.adapter.web.freshness.PublicAnswers;
import dev.beranda.adapter.web.http.Representations;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsPublic;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.syndication.ChannelView;
import dev.beranda.application.syndication.ShowChannel;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.user.Username;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/// The latest posts, for who has them read by a program: one feed in three forms. Whatever a program says it
/// accepts, it gets what it asked for by name.
@Controller
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Syndication")
final class FeedController {

    private final ShowChannel showChannel;
    private final Representations representations;
    private final PublicAnswers publicAnswers;
    private final Site site;

    FeedController(ShowChannel showChannel, Representations representations, PublicAnswers publicAnswers, Site site) {
        this.showChannel = showChannel;
        this.representations = representations;
        this.publicAnswers = publicAnswers;
        this.site = site;
    }

    @Get("/feed.xml")
    @Operation(operationId = "showAtomFeed", summary = "The latest posts as Atom (RFC 4287)")
    @ApiResponse(
            responseCode = "200",
            description = "Twenty at most, with all they say, the newest first",
            headers = @Header(name = "ETag", schema = @Schema(type = "string")),
            content = @Content(mediaType = AtomFeed.TYPE, schema = @Schema(type = "string")))
    @IsPublic
    @ReadsChannel
    @CanBeBusy
    CompletionStage<MutableHttpResponse<?>> atom(HttpRequest<?> request) {
        return answer(request, "/feed.xml", AtomFeed.TYPE, AtomFeed::of);
    }

    @Get("/rss.xml")
    @Operation(operationId = "showRssFeed", summary = "The latest posts as RSS 2.0")
    @ApiResponse(
            responseCode = "200",
            description = "Twenty at most, with all they say, the newest first",
            headers = @Header(name = "ETag", schema = @Schema(type = "string")),
            content = @Content(mediaType = RssFeed.TYPE, schema = @Schema(type = "string")))
    @IsPublic
    @ReadsChannel
    @CanBeBusy
    CompletionStage<MutableHttpResponse<?>> rss(HttpRequest<?> request) {
        return answer(request, "/rss.xml", RssFeed.TYPE, RssFeed::of);
    }

    @Get("/feed.json")
    @Operation(operationId = "showJsonFeed", summary = "The latest posts as JSON Feed 1.1")
    @ApiResponse(
            responseCode = "200",
            description = "Twenty at most, with all they say, the newest first",
            headers = @Header(name = "ETag", schema = @Schema(type = "string")),
            content = @Content(mediaType = JsonFeed.TYPE, schema = @Schema(implementation = JsonFeed.class)))
    @IsPublic
    @ReadsChannel
    @CanBeBusy
    CompletionStage<MutableHttpResponse<?>> json(HttpRequest<?> request) {
        return answer(
                request,
                "/feed.json",
                JsonFeed.TYPE,
                feed -> representations.of(JsonFeed.of(feed)).json());
    }

    private CompletionStage<MutableHttpResponse<?>> answer(
            HttpRequest<?> request, String file, String type, Function<Feed, byte[]> form) {
        return publicAnswers.answer(request, () -> published(request, file, type, form));
    }

    private PublicAnswer published(HttpRequest<?> request, String file, String type, Function<Feed, byte[]> form) {
        var channel = showChannel.show(asked(request)).orElseThrow(() -> Refusal.of(HttpStatus.NOT_FOUND, "not_found"));
        byte[] content = form.apply(Feed.of(channel, site, file));
        return PublicAnswer.of(Publication.of(content, type), subjects(channel));
    }

    private static Stream<Subject> subjects(ChannelView channel) {
        var authors = Stream.concat(
                Stream.ofNullable(channel.author()),
                channel.items().stream()
                        .flatMap(item -> Stream.ofNullable(item.card().author())));
        return Stream.concat(
                Stream.of(Subject.POSTS, Subject.LABELS), authors.map(author -> Subject.person(author.id())));
    }

    private static ShowChannel.Query asked(HttpRequest<?> request) {
        Fields query = Query.of(request).allowing("tag", "category", "author");
        var tag = query.optional("tag", Slug::parse);
        var category = query.optional("category", Slug::parse);
        var author = query.optional("author", Username::parse);
        query.refuseIfFlawed();
        return new ShowChannel.Query(tag.orNull(), category.orNull(), author.orNull());
    }
}
