package dev.beranda.adapter.web.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.http.EntityTags;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.input.Upload;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.NeedsWriter;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.openapi.ReadsQuery;
import dev.beranda.adapter.web.paging.Paging;
import dev.beranda.adapter.web.paging.Turns;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.adapter.web.retry.Once;
import dev.beranda.adapter.web.retry.TakesIdempotencyKey;
import dev.beranda.adapter.web.security.BearerRefusals;
import dev.beranda.application.media.DescribeMedium;
import dev.beranda.application.media.ListMedia;
import dev.beranda.application.media.MediumView;
import dev.beranda.application.media.RemoveMedium;
import dev.beranda.application.media.ShowMedium;
import dev.beranda.application.media.UploadMedium;
import dev.beranda.application.shared.Page;
import dev.beranda.domain.media.AltText;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.session.Access;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
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
import org.jspecify.annotations.Nullable;

@Controller("/api/media")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Media")
final class MediaController {

    private static final String FOR_A_MINUTE = "public, max-age=60";

    private final UploadMedium uploadMedium;
    private final ShowMedium showMedium;
    private final ListMedia listMedia;
    private final DescribeMedium describeMedium;
    private final RemoveMedium removeMedium;
    private final Paging paging;
    private final Once once;

    MediaController(
            UploadMedium uploadMedium,
            ShowMedium showMedium,
            ListMedia listMedia,
            DescribeMedium describeMedium,
            RemoveMedium removeMedium,
            Paging paging,
            Once once) {
        this.uploadMedium = uploadMedium;
        this.showMedium = showMedium;
        this.listMedia = listMedia;
        this.describeMedium = describeMedium;
        this.removeMedium = removeMedium;
        this.paging = paging;
        this.once = once;
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Secured({"author", "editor", "admin"})
    @Operation(
            operationId = "uploadMedium",
            summary = "Bring a picture to write with",
            description =
                    "JPEG, PNG, WebP, or the first frame of a GIF, of at most 10 MiB unless the installation says otherwise,"
                            + " 40 megapixels and 16384 pixels a side (12.5 megapixels, if it is WebP or a progressive JPEG)."
                            + " What it is its first bytes say. Pictures of our own are made of it, upright, in several"
                            + " widths, as JPEG (PNG, where it can be seen through) and as WebP; nothing else of the file"
                            + " is kept. Whoever knows its id can see it: it is public from then on.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = UploadForm.class)))
    @ApiResponse(
            responseCode = "201",
            description = "It can be had",
            headers = {
                @Header(name = "Location", description = "Where", schema = @Schema(type = "string")),
                @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string"))
            },
            content = @Content(schema = @Schema(implementation = MediumBody.class)))
    @ApiResponse(
            responseCode = "400",
            description =
                    "No body (`bad_request`), not a well-formed form (`malformed_form`), or with a field that is not known here (`unknown_field`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "413",
            description = "Too large: `payload_too_large`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "415",
            description =
                    "Not a form with a picture that is read here, whatever it is called: `unsupported_media_type`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description =
                    "Some fields will not do (`validation_failed`), the picture has too many pixels (`picture_too_large`), cannot be read (`picture_broken`), or there is too little left of what one may keep (`quota_exceeded`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "507",
            description = "There is no room left: `insufficient_storage`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsWriter
    @IsThrottled
    @CanBeBusy
    @TakesIdempotencyKey
    HttpResponse<?> upload(
            HttpRequest<?> request, @Parameter(hidden = true) Access caller, @Body @Nullable Upload sent) {
        return once.answer(request, () -> upload(caller, sent));
    }

    private HttpResponse<?> upload(Access caller, @Nullable Upload sent) {
        if (sent == null) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "bad_request");
        }
        Fields fields = sent.allowing("file", "alt");
        var alt = fields.text("alt").isEmpty()
                ? AltText.NONE
                : fields.optional("alt", AltText::parse).orNull();
        byte[] file = sent.file("file").orElse(new byte[0]);
        fields.refuseIfFlawed();
        var bearer = caller.bearer();
        var command = new UploadMedium.Command(bearer.user(), bearer.role(), file, alt == null ? AltText.NONE : alt);
        return switch (uploadMedium.upload(command)) {
            case UploadMedium.Outcome.Uploaded(var medium) -> created(medium);
            case UploadMedium.Outcome.NotAllowed() -> throw forbidden();
            case UploadMedium.Outcome.NoPicture() ->
                throw Refusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type");
            case UploadMedium.Outcome.TooLarge() -> throw unprocessable("picture_too_large");
            case UploadMedium.Outcome.Broken() -> throw unprocessable("picture_broken");
            case UploadMedium.Outcome.OverQuota _ -> throw unprocessable("quota_exceeded");
            case UploadMedium.Outcome.NoSpace() ->
                throw Refusal.of(HttpStatus.INSUFFICIENT_STORAGE, "insufficient_storage");
            case UploadMedium.Outcome.Gone() -> throw BearerRefusals.takenBack();
            case UploadMedium.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        };
    }

    @Get
    @Secured({"author", "editor", "admin"})
    @Operation(
            operationId = "listMedia",
            summary = "Look through what there is to write with, the newest first",
            description = "Authors see their own, editors all.")
    @Parameter(
            name = "mine",
            in = ParameterIn.QUERY,
            description = "For editors: only their own",
            schema = @Schema(type = "boolean"))
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = "Link", description = "The next page", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = Listing.class)))
    @ReadsQuery
    @NeedsWriter
    @CanBeBusy
    HttpResponse<Listing> list(HttpRequest<?> request, @Parameter(hidden = true) Access caller) {
        Fields query = Paging.query(request, "mine");
        var mine = query.optional("mine", Query::flag);
        var page = paging.asked(request, query);
        var bearer = caller.bearer();
        var which = new ListMedia.Query(bearer.user(), bearer.role(), Boolean.TRUE.equals(mine.orNull()), page);
        return switch (listMedia.list(which)) {
            case ListMedia.Outcome.Listed(var found) -> paging.answer(request, found, Listing::of);
            case ListMedia.Outcome.NotAllowed() -> throw forbidden();
        };
    }

    @Get("/{id}")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(operationId = "showMedium", summary = "Tell what a medium is, and in which widths it can be had")
    @ApiResponse(
            responseCode = "200",
            description = "The medium",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = MediumBody.class)))
    @ApiResponse(responseCode = "304", description = "Still the version named in If-None-Match")
    @ApiResponse(
            responseCode = "404",
            description = "There is none of this id: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @CanBeBusy
    HttpResponse<?> show(
            HttpRequest<?> request,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String id) {
        var medium = showMedium.show(new ShowMedium.Query(medium(id))).orElseThrow(MediaController::none);
        MutableHttpResponse<?> answer = EntityTags.isKnown(request, medium.version())
                ? HttpResponse.notModified()
                : HttpResponse.ok(MediumBody.of(medium));
        return tagged(answer, medium).header(HttpHeaders.CACHE_CONTROL, FOR_A_MINUTE);
    }

    @Patch("/{id}")
    @Secured({"author", "editor", "admin"})
    @Operation(
            operationId = "describeMedium",
            summary = "Say what a picture shows, for those who cannot see it",
            description =
                    "`null` for a picture that is there to be pretty; what is left out stays. Authors describe their own, editors all.")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag that was seen",
            schema = @Schema(type = "string"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Description.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The medium as it is now",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = MediumBody.class)))
    @ApiResponse(
            responseCode = "404",
            description = "There is none of this id: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "A race was lost too often: `conflict`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "If-Match no longer holds: `stale`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsWriter
    @ReadsBody
    @CanBeBusy
    HttpResponse<?> describe(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String id,
            @Body @Nullable Fields sent) {
        Fields fields = Fields.sent(sent).allowing("alt");
        @Nullable
        AltText alt = fields.isNull("alt")
                ? AltText.NONE
                : fields.optional("alt", AltText::parse).orNull();
        fields.refuseIfFlawed();
        var bearer = caller.bearer();
        var command =
                new DescribeMedium.Command(medium(id), bearer.user(), bearer.role(), alt, EntityTags.wanted(request));
        return switch (describeMedium.describe(command)) {
            case DescribeMedium.Outcome.Described(var medium) -> tagged(HttpResponse.ok(MediumBody.of(medium)), medium);
            case DescribeMedium.Outcome.NoSuchMedium() -> throw none();
            case DescribeMedium.Outcome.NotYours() -> throw forbidden();
            case DescribeMedium.Outcome.Stale() -> throw stale();
        };
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Secured({"author", "editor", "admin"})
    @Operation(
            operationId = "removeMedium",
            summary = "Take a medium away",
            description = "Authors their own, editors all. Caches that have it may show it on.")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag that was seen",
            schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "204", description = "It is gone")
    @ApiResponse(
            responseCode = "404",
            description = "There is none of this id: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "A race was lost too often: `conflict`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "If-Match no longer holds: `stale`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsWriter
    @CanBeBusy
    void remove(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String id) {
        var bearer = caller.bearer();
        var command = new RemoveMedium.Command(medium(id), bearer.user(), bearer.role(), EntityTags.wanted(request));
        switch (removeMedium.remove(command)) {
            case RemoveMedium.Outcome.Removed() -> {}
            case RemoveMedium.Outcome.NoSuchMedium() -> throw none();
            case RemoveMedium.Outcome.NotYours() -> throw forbidden();
            case RemoveMedium.Outcome.Stale() -> throw stale();
        }
    }

    private static HttpResponse<?> created(MediumView medium) {
        return tagged(HttpResponse.created(MediumBody.of(medium), URI.create(MediumBody.place(medium))), medium);
    }

    private static MutableHttpResponse<?> tagged(MutableHttpResponse<?> answer, MediumView medium) {
        return answer.header(HttpHeaders.ETAG, EntityTags.of(medium.version()));
    }

    static MediaId medium(String id) {
        return Query.id(id).map(MediaId::new).orElseThrow(MediaController::none);
    }

    static Refusal none() {
        return Refusal.of(HttpStatus.NOT_FOUND, "not_found");
    }

    private static Refusal forbidden() {
        return Refusal.of(HttpStatus.FORBIDDEN, "forbidden");
    }

    private static Refusal stale() {
        return Refusal.of(HttpStatus.PRECONDITION_FAILED, "stale");
    }

    private static Refusal unprocessable(String code) {
        return Refusal.of(HttpStatus.UNPROCESSABLE_ENTITY, code);
    }

    /// What is sent, for the description of the interface.
    @Schema(name = "MediumUpload")
    record UploadForm(
            @Schema(type = "string", format = "binary") String file,

            @Schema(description = "What it shows", maxLength = 1000) @Nullable
            String alt) {}

    /// The same.
    @Schema(name = "MediumDescription")
    record Description(
            @Schema(maxLength = 1000, nullable = true) @Nullable
            String alt) {}

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "Media")
    record Listing(
            List<MediumBody> items,
            @Nullable String nextCursor,
            @Nullable String prevCursor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With `count=true`") @Nullable
            Long total) {

        static Listing of(Page<MediumView> page, Turns turns) {
            return new Listing(
                    page.items().stream().map(MediumBody::owned).toList(),
                    turns.next(),
                    turns.previous(),
                    page.total());
        }
    }
}
