package dev.beranda.adapter.web.category;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.freshness.PublicAnswer;
import dev.beranda.adapter.web.freshness.PublicAnswers;
import dev.beranda.adapter.web.http.Representation;
import dev.beranda.adapter.web.http.Representations;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsPublic;
import dev.beranda.adapter.web.openapi.NeedsWriter;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.retry.Once;
import dev.beranda.adapter.web.retry.TakesIdempotencyKey;
import dev.beranda.application.category.AddCategory;
import dev.beranda.application.category.BranchView;
import dev.beranda.application.category.ListCategories;
import dev.beranda.domain.category.CategoryName;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Slug;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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

/// All categories.
@Controller("/api/categories")
@Tag(name = "Categories")
final class CategoriesController {

    private final ListCategories listCategories;
    private final AddCategory addCategory;
    private final CategoryAnswers answers;
    private final Representations representations;
    private final PublicAnswers publicAnswers;
    private final Once once;

    CategoriesController(
            ListCategories listCategories,
            AddCategory addCategory,
            CategoryAnswers answers,
            Representations representations,
            PublicAnswers publicAnswers,
            Once once) {
        this.listCategories = listCategories;
        this.addCategory = addCategory;
        this.answers = answers;
        this.representations = representations;
        this.publicAnswers = publicAnswers;
        this.once = once;
    }

    @Get
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(
            operationId = "listCategories",
            summary = "Show all categories",
            description = "As they stand within one another, each level by name.")
    @ApiResponse(
            responseCode = "200",
            description = "Those at the top, with all that stands within them",
            headers = @Header(name = "ETag", description = "Of this answer", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = Tree.class)))
    @IsPublic
    @ApiResponse(
            responseCode = "400",
            description = "A parameter that is not known here: `unknown_field`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @CanBeBusy
    CompletionStage<MutableHttpResponse<?>> list(HttpRequest<?> request) {
        return publicAnswers.answer(request, () -> listed(request));
    }

    private PublicAnswer listed(HttpRequest<?> request) {
        Query.of(request).allowing();
        return PublicAnswer.of(representations.of(Tree.of(listCategories.list())), Stream.of(Subject.CATEGORIES));
    }

    @Post
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Secured({"editor", "admin"})
    @Operation(
            operationId = "addCategory",
            summary = "Open a category",
            description = "At the top, or within another one, up to five levels deep. Editors and administrators only.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AddRequest.class)))
    @ApiResponse(
            responseCode = "201",
            description = "It is there",
            headers = {
                @Header(name = "Location", description = "Where it is", schema = @Schema(type = "string")),
                @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string"))
            },
            content = @Content(schema = @Schema(implementation = CategoryBody.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Another one has the slug, or had it once (`slug_taken`), it would stand too deep"
                    + " (`category_too_deep`), there are as many as may be (`too_many_categories`), the same is being"
                    + " carried out (`request_in_progress`), or a race was lost (`conflict`)",
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
        fields.allowing("name", "slug", "parent");
        var name = fields.required("name", CategoryName::parse);
        var slug = fields.optional("slug", Slug::parse);
        var parent = fields.optional("parent", Slug::parse);
        fields.refuseIfFlawed();
        var command =
                new AddCategory.Command(CategoryAnswers.role(caller), name.value(), slug.orNull(), parent.orNull());
        return switch (addCategory.add(command)) {
            case AddCategory.Outcome.Added(var category) -> added(category);
            case AddCategory.Outcome.NotAllowed() -> throw CategoryAnswers.forbidden();
            case AddCategory.Outcome.NoSuchParent() -> throw CategoryAnswers.noSuchParent();
            case AddCategory.Outcome.SlugTaken() -> throw CategoryAnswers.slugTaken();
            case AddCategory.Outcome.TooDeep() -> throw CategoryAnswers.tooDeep();
            case AddCategory.Outcome.TooMany() -> throw Refusal.of(HttpStatus.CONFLICT, "too_many_categories");
        };
    }

    private HttpResponse<?> added(BranchView branch) {
        Representation representation = answers.of(branch);
        return HttpResponse.created(representation.json())
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, representation.tag())
                .headers(headers -> headers.location(
                        URI.create("/api/categories/" + branch.category().slug())));
    }

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "CategoryTree")
    record Tree(List<CategoryBody> items) {

        static Tree of(List<BranchView> branches) {
            return new Tree(branches.stream().map(CategoryBody::of).toList());
        }
    }

    @Schema(name = "AddCategory")
    record AddRequest(
            @Schema(maxLength = 80) String name,

            @Nullable @Schema(description = "Left out, made of the name")
            String slug,

            @Nullable @Schema(description = "The slug of the one it is to stand in; left out, none")
            String parent) {}
}
