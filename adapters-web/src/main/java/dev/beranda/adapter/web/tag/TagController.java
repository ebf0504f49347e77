package dev.beranda.adapter.web.tag;

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
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.application.tag.ChangeTag;
import dev.beranda.application.tag.MergeTags;
import dev.beranda.application.tag.RemoveTag;
import dev.beranda.application.tag.ShowTag;
import dev.beranda.application.tag.TagView;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.tag.TagName;
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
import io.micronaut.http.annotation.Post;
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
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One tag, by its slug.
@Controller("/api/tags/{slug}")
@Secured({"editor", "admin"})
@Tag(name = "Tags")
final class TagController {

    private final ShowTag showTag;
    private final ChangeTag changeTag;
    private final RemoveTag removeTag;
    private final MergeTags mergeTags;
    private final TagAnswers answers;
    private final PublicAnswers publicAnswers;

    TagController(
            ShowTag showTag,
            ChangeTag changeTag,
            RemoveTag removeTag,
            MergeTags mergeTags,
            TagAnswers answers,
            PublicAnswers publicAnswers) {
        this.showTag = showTag;
        this.changeTag = changeTag;
        this.removeTag = removeTag;
        this.mergeTags = mergeTags;
        this.answers = answers;
        this.publicAnswers = publicAnswers;
    }

    @Get
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(
            operationId = "showTag",
            summary = "Show a tag",
            description = "One that no post has which everybody sees is shown to editors only.")
    @ApiResponse(
            responseCode = "200",
            description = "The tag",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = TagBody.class)))
    @ApiResponse(
            responseCode = "301",
            description = "It has another slug by now, or was merged into another tag",
            headers = @Header(name = "Location", description = "Where it is", schema = @Schema(type = "string")))
    @IsPublic
    @MayBeNowhere
    @CanBeBusy
    CompletionStage<MutableHttpResponse<?>> show(HttpRequest<?> request, @PathVariable String slug) {
        return publicAnswers.answer(request, () -> shown(request, slug));
    }

    private PublicAnswer shown(HttpRequest<?> request, String slug) {
        Slug address = address(slug);
        TagView tag = showTag.show(new ShowTag.Query(TagAnswers.role(request), address))
                .orElseThrow(TagAnswers::notFound);
        return tag.slug().equals(address)
                ? PublicAnswer.of(answers.of(tag), Stream.of(Subject.TAGS))
                : PublicAnswer.moved("/api/tags/" + tag.slug(), Stream.of(Subject.TAGS));
    }

    @Patch
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(
            operationId = "changeTag",
            summary = "Call a tag otherwise",
            description = "Its posts keep it. The old slug leads to the new one; the old name is free.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ChangeRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The tag as it is now",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = TagBody.class)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "There is another one of this name (`tag_exists`), or with this slug (`slug_taken`), or a race"
                            + " was lost (`conflict`)",
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
        Fields fields = Fields.sent(sent).allowing("name", "slug");
        var name = fields.optional("name", TagName::parse);
        var newSlug = fields.optional("slug", Slug::parse);
        fields.refuseIfFlawed();
        var command = new ChangeTag.Command(
                TagAnswers.role(caller), address(slug), EntityTags.wanted(request), name.orNull(), newSlug.orNull());
        return switch (changeTag.change(command)) {
            case ChangeTag.Outcome.Changed(var tag) -> answers.of(tag).changed();
            case ChangeTag.Outcome.NotAllowed() -> throw TagAnswers.forbidden();
            case ChangeTag.Outcome.NoSuchTag() -> throw TagAnswers.notFound();
            case ChangeTag.Outcome.Stale() -> throw TagAnswers.stale();
            case ChangeTag.Outcome.Exists() -> throw TagAnswers.exists();
            case ChangeTag.Outcome.SlugTaken() -> throw TagAnswers.slugTaken();
        };
    }

    @Delete
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeTag",
            summary = "Take a tag away",
            description = "Every post that has it loses it. Its name and its slug are free.")
    @ApiResponse(responseCode = "204", description = "It is gone")
    @ApiResponse(
            responseCode = "409",
            description = "A race was lost too often: `conflict`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @HoldsVersion
    @MayBeNowhere
    @NeedsWriter
    @CanBeBusy
    void remove(HttpRequest<?> request, @Parameter(hidden = true) Access caller, @PathVariable String slug) {
        var command = new RemoveTag.Command(TagAnswers.role(caller), address(slug), EntityTags.wanted(request));
        switch (removeTag.remove(command)) {
            case RemoveTag.Outcome.Removed() -> {}
            case RemoveTag.Outcome.NotAllowed() -> throw TagAnswers.forbidden();
            case RemoveTag.Outcome.NoSuchTag() -> throw TagAnswers.notFound();
            case RemoveTag.Outcome.Stale() -> throw TagAnswers.stale();
        }
    }

    @Post("/merge")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(
            operationId = "mergeTag",
            summary = "Merge a tag into another one",
            description = "Every post that has it has the other one, once. Its slug leads there from then on, and who"
                    + " writes its name means the other one. To ask twice does no harm.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MergeRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The tag that stays",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = TagBody.class)))
    @ApiResponse(
            responseCode = "409",
            description = "A race was lost too often: `conflict`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @HoldsVersion
    @MayBeNowhere
    @NeedsWriter
    @ReadsBody
    @CanBeBusy
    HttpResponse<?> merge(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable String slug,
            @Body @Nullable Fields sent) {
        Fields fields = Fields.sent(sent).allowing("into");
        var into = fields.required("into", Slug::parse);
        fields.refuseIfFlawed();
        var command =
                new MergeTags.Command(TagAnswers.role(caller), address(slug), EntityTags.wanted(request), into.value());
        return switch (mergeTags.merge(command)) {
            case MergeTags.Outcome.Merged(var tag) -> answers.of(tag).changed();
            case MergeTags.Outcome.NotAllowed() -> throw TagAnswers.forbidden();
            case MergeTags.Outcome.NoSuchTag() -> throw TagAnswers.notFound();
            case MergeTags.Outcome.Stale() -> throw TagAnswers.stale();
            case MergeTags.Outcome.NothingToMergeWith() ->
                throw Refusal.invalid(List.of(new FieldFlaw("into", new Flaw("tag_unknown"))));
        };
    }

    private static Slug address(String raw) {
        if (Slug.parse(raw) instanceof Parsed.Valid<Slug>(var slug)) {
            return slug;
        }
        throw TagAnswers.notFound();
    }

    @Schema(name = "ChangeTag")
    record ChangeRequest(
            @Nullable @Schema(maxLength = 50) String name,

            @Nullable @Schema(description = "The old one leads to the new")
            String slug) {}

    @Schema(name = "MergeTag")
    record MergeRequest(
            @Schema(description = "The slug of the tag that stays")
            String into) {}
}
