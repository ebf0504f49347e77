package dev.beranda.adapter.web.category;

import dev.beranda.adapter.web.freshness.PublicAnswer;
import dev.beranda.adapter.web.freshness.PublicAnswers;
import dev.beranda.adapter.web.http.EntityTags;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.HoldsVersion;
import dev.beranda.adapter.web.openapi.IsPublic;
import dev.beranda.adapter.web.openapi.MayBeNowhere;
import dev.beranda.adapter.web.openapi.NeedsWriter;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.category.BranchView;
import dev.beranda.application.category.ChangeCategory;
import dev.beranda.application.category.RemoveCategory;
import dev.beranda.application.category.ShowCategory;
import dev.beranda.domain.category.CategoryName;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.Slug;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One category, by its slug.
@Controller("/api/categories/{slug}")
@Secured({"editor", "admin"})
@Tag(name = "Categories")
final class CategoryController {

    private final ShowCategory showCategory;
    private final ChangeCategory changeCategory;
    private final RemoveCategory removeCategory;
    private final CategoryAnswers answers;
    private final PublicAnswers publicAnswers;

    CategoryController(
            ShowCategory showCategory,
            ChangeCategory changeCategory,
            RemoveCategory removeCategory,
            CategoryAnswers answers,
            PublicAnswers publicAnswers) {
        this.showCategory = showCategory;
        this.changeCategory = changeCategory;
        this.removeCategory = removeCategory;
        this.answers = answers;
        this.publicAnswers = publicAnswers;
    }

    @Get
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(operationId = "showCategory", summary = "Show a category, with all that stands within it")
    @ApiResponse(
            responseCode = "200",
            description = "The category",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = CategoryBody.class)))
    @ApiResponse(
            responseCode = "301",
            description = "It has another slug by now",
            headers = @Header(name = "Location", description = "Where it is", schema = @Schema(type = "string")))
    @IsPublic
    @MayBeNowhere
    @CanBeBusy
    CompletionStage<MutableHttpResponse<?>> show(HttpRequest<?> request, @PathVariable String slug) {
        return publicAnswers.answer(request, () -> shown(slug));
    }

    private PublicAnswer shown(String slug) {
        Slug address = address(slug);
        BranchView branch = showCategory.show(new ShowCategory.Query(address)).orElseThrow(CategoryAnswers::notFound);
        Slug present = branch.category().slug();
        return present.equals(address)
                ? PublicAnswer.of(answers.of(branch), Stream.of(Subject.CATEGORIES))
                : PublicAnswer.moved("/api/categories/" + present, Stream.of(Subject.CATEGORIES));
    }

    @Patch
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(
            operationId = "changeCategory",
            summary = "Call a category otherwise, or move it",
            description = "With all that stands within it. The old slug leads to the new one.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ChangeRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The category as it is now",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = CategoryBody.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Another one has the slug, or had it once (`slug_taken`), it would stand within itself"
                    + " (`category_circle`) or too deep (`category_too_deep`), or a race was lost (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @HoldsVersion
    @MayBeNowhere
    @NeedsWriter
    @ReadsBody
    @CanBeBusy
    HttpResponse<?> change(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable String slug,
            @Body @Nullable Fields sent) {
        return switch (changeCategory.change(command(request, caller, slug, Fields.sent(sent)))) {
            case ChangeCategory.Outcome.Changed(var category) ->
                answers.of(category).changed();
            case ChangeCategory.Outcome.NotAllowed() -> throw CategoryAnswers.forbidden();
            case ChangeCategory.Outcome.NoSuchCategory() -> throw CategoryAnswers.notFound();
            case ChangeCategory.Outcome.Stale() -> throw CategoryAnswers.stale();
            case ChangeCategory.Outcome.NoSuchParent() -> throw CategoryAnswers.noSuchParent();
            case ChangeCategory.Outcome.SlugTaken() -> throw CategoryAnswers.slugTaken();
            case ChangeCategory.Outcome.Circle() -> throw CategoryAnswers.circle();
            case ChangeCategory.Outcome.TooDeep() -> throw CategoryAnswers.tooDeep();
        };
    }

    private static ChangeCategory.Command command(HttpRequest<?> request, Access caller, String slug, Fields fields) {
        fields.allowing("name", "slug", "parent");
        var name = fields.optional("name", CategoryName::parse);
        var newSlug = fields.optional("slug", Slug::parse);
        var parent = fields.optional("parent", Slug::parse);
        fields.refuseIfFlawed();
        return new ChangeCategory.Command(
                CategoryAnswers.role(caller),
                address(slug),
                EntityTags.wanted(request),
                name.orNull(),
                newSlug.orNull(),
                parent.isPresent() ? new ChangeCategory.Move.Within(parent.value()) : still(fields));
    }

    private static ChangeCategory.Move still(Fields fields) {
        return fields.isNull("parent") ? new ChangeCategory.Move.ToTheTop() : new ChangeCategory.Move.Stay();
    }

    @Delete
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeCategory",
            summary = "Take a category away",
            description = "Its posts stay, in none. What stands within it has to be moved or taken away first.")
    @ApiResponse(responseCode = "204", description = "It is gone")
    @ApiResponse(
            responseCode = "409",
            description = "Others stand within it (`category_has_children`), or a race was lost (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @HoldsVersion
    @MayBeNowhere
    @NeedsWriter
    @CanBeBusy
    void remove(HttpRequest<?> request, @Parameter(hidden = true) Access caller, @PathVariable String slug) {
        var command =
                new RemoveCategory.Command(CategoryAnswers.role(caller), address(slug), EntityTags.wanted(request));
        switch (removeCategory.remove(command)) {
            case RemoveCategory.Outcome.Removed() -> {}
            case RemoveCategory.Outcome.NotAllowed() -> throw CategoryAnswers.forbidden();
            case RemoveCategory.Outcome.NoSuchCategory() -> throw CategoryAnswers.notFound();
            case RemoveCategory.Outcome.Stale() -> throw CategoryAnswers.stale();
            case RemoveCategory.Outcome.HasChildren() -> throw Refusal.of(HttpStatus.CONFLICT, "category_has_children");
        }
    }

    private static Slug address(String raw) {
        if (Slug.parse(raw) instanceof Parsed.Valid<Slug>(var slug)) {
            return slug;
        }
        throw CategoryAnswers.notFound();
    }

    @Schema(name = "ChangeCategory")
    record ChangeRequest(
            @Nullable @Schema(maxLength = 80) String name,

            @Nullable @Schema(description = "The old one leads to the new")
            String slug,

            @Nullable @Schema(description = "The slug of the one it is to stand in; `null` for the top")
            String parent) {}
}
