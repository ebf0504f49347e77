package dev.beranda.adapter.web.tag;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.freshness.PublicAnswer;
import dev.beranda.adapter.web.freshness.PublicAnswers;
import dev.beranda.adapter.web.http.Representation;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsPublic;
import dev.beranda.adapter.web.openapi.NeedsWriter;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.openapi.ReadsQuery;
import dev.beranda.adapter.web.paging.Paging;
import dev.beranda.adapter.web.paging.Turns;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.retry.Once;
import dev.beranda.adapter.web.retry.TakesIdempotencyKey;
import dev.beranda.application.shared.Page;
import dev.beranda.application.tag.AddTag;
import dev.beranda.application.tag.ListTags;
import dev.beranda.application.tag.TagOrder;
import dev.beranda.application.tag.TagView;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.SearchText;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.tag.TagName;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All tags.
@Controller("/api/tags")
@Tag(name = "Tags")
final class TagsController {

    private final ListTags listTags;
    private final AddTag addTag;
    private final TagAnswers answers;
    private final PublicAnswers publicAnswers;
    private final Paging paging;
    private final Once once;

    TagsController(
            ListTags listTags,
            AddTag addTag,
            TagAnswers answers,
            PublicAnswers publicAnswers,
            Paging paging,
            Once once) {
        this.listTags = listTags;
        this.addTag = addTag;
        this.answers = answers;
        this.publicAnswers = publicAnswers;
        this.paging = paging;
        this.once = once;
    }

    @Get
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(
            operationId = "listTags",
            summary = "List tags, by name",
            description = "Those that posts have which everybody sees. Editors are shown all there are.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "A part of the name, in small letters or capitals",
            schema = @Schema(type = "string", maxLength = 100))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "`name` or `posts`; with `-` before it, the other way round",
            schema = @Schema(type = "string", defaultValue = "name"))
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            headers = {
                @Header(name = "Link", description = "The next page", schema = @Schema(type = "string")),
                @Header(name = "ETag", description = "Of this answer", schema = @Schema(type = "string"))
            },
            content = @Content(schema = @Schema(implementation = Listing.class)))
    @IsPublic
    @ReadsQuery
    @CanBeBusy
    CompletionStage<MutableHttpResponse<?>> list(HttpRequest<?> request) {
        return publicAnswers.answer(request, () -> listed(request));
    }

    private PublicAnswer listed(HttpRequest<?> request) {
        Fields query = Paging.query(request, "q", "sort");
        var search = query.optional("q", SearchText::parse);
        var order = Paging.order(query, TagOrder::parse, TagOrder.BY_NAME);
        var page = paging.asked(request, query);
        var tags = listTags.list(new ListTags.Query(TagAnswers.role(request), search.orNull(), order, page));
        return publicAnswers.page(paging.answer(request, tags, Listing::of), Stream.of(Subject.TAGS));
    }

    @Post
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Secured({"editor", "admin"})
    @Operation(
            operationId = "addTag",
            summary = "Add a tag",
            description = "Authors need not do it: a tag is there from when a post first has it. Editors and"
                    + " administrators only.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AddRequest.class)))
    @ApiResponse(
            responseCode = "201",
            description = "It is there",
            headers = {
                @Header(name = "Location", description = "Where it is", schema = @Schema(type = "string")),
                @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string"))
            },
            content = @Content(schema = @Schema(implementation = TagBody.class)))
    @ApiResponse(
            responseCode = "409",
            description = "There is one of this name (`tag_exists`), another one has the slug, or had it once"
                    + " (`slug_taken`), the same is being carried out (`request_in_progress`), or a race was lost"
                    + " (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsWriter
    @ReadsBody
    @CanBeBusy
    @TakesIdempotencyKey
    HttpResponse<?> add(
            HttpRequest<?> request, @Parameter(hidden = true) Access caller, @Body @Nullable Fields fields) {
        return once.answer(request, () -> add(caller, Fields.sent(fields)));
    }

    private HttpResponse<?> add(Access caller, Fields fields) {
        fields.allowing("name", "slug");
        var name = fields.required("name", TagName::parse);
        var slug = fields.optional("slug", Slug::parse);
        fields.refuseIfFlawed();
        return switch (addTag.add(new AddTag.Command(TagAnswers.role(caller), name.value(), slug.orNull()))) {
            case AddTag.Outcome.Added(var tag) -> added(tag);
            case AddTag.Outcome.NotAllowed() -> throw TagAnswers.forbidden();
            case AddTag.Outcome.Exists() -> throw TagAnswers.exists();
            case AddTag.Outcome.SlugTaken() -> throw TagAnswers.slugTaken();
        };
    }

    private HttpResponse<?> added(TagView tag) {
        Representation representation = answers.of(tag);
        return HttpResponse.created(representation.json())
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, representation.tag())
                .headers(headers -> headers.location(URI.create("/api/tags/" + tag.slug())));
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "TagList")
    record Listing(
            List<TagBody> items,
            @Nullable String nextCursor,
            @Nullable String prevCursor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With `count=true`") @Nullable
            Long total) {

        static Listing of(Page<TagView> page, Turns turns) {
            return new Listing(page.map(TagBody::of).items(), turns.next(), turns.previous(), page.total());
        }
    }

    @Schema(name = "AddTag")
    record AddRequest(
            @Schema(maxLength = 50) String name,

            @Nullable @Schema(description = "Left out, made of the name")
            String slug) {}
}
