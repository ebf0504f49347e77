package dev.beranda.adapter.web.user;

import dev.beranda.adapter.web.http.EntityTags;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.user.ShowAvatar;
import dev.beranda.domain.user.Avatar;
import dev.beranda.domain.user.Picture;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

/// What is found in one place never changes, so it may be kept; but not for ever, for people leave.
@Controller(AvatarLinks.PLACE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "People")
final class PictureController {

    private static final String FOR_A_DAY = "public, max-age=86400, immutable";

    private final ShowAvatar showAvatar;

    PictureController(ShowAvatar showAvatar) {
        this.showAvatar = showAvatar;
    }

    @Get("/{avatar}/{width}")
    @Produces({"image/jpeg", "image/png"})
    @Operation(operationId = "showAvatar", summary = "Show the picture a person shows of themselves")
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            headers = @Header(name = "ETag", description = "Never changes", schema = @Schema(type = "string")),
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(responseCode = "304", description = "Known by If-None-Match")
    @ApiResponse(
            responseCode = "404",
            description = "Nobody shows it, or nobody any more; or not in this width: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @CanBeBusy
    HttpResponse<?> show(
            HttpRequest<?> request,
            @PathVariable String avatar,
            @PathVariable
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = "integer",
                                            allowableValues = {"64", "128", "256", "512"}))
                    String width) {
        Picture picture = find(avatar, width).orElseThrow(() -> Refusal.of(HttpStatus.NOT_FOUND, "not_found"));
        String tag = '"' + avatar + '-' + width + '"';
        return told(EntityTags.isKnown(request, tag) ? HttpResponse.notModified() : bytesOf(picture), tag);
    }

    private Optional<Picture> find(String avatar, String width) {
        return Picture.WIDTHS.stream()
                .filter(known -> known.toString().equals(width))
                .findFirst()
                .flatMap(known -> showAvatar.show(new ShowAvatar.Query(new Avatar(avatar), known)));
    }

    private static MutableHttpResponse<?> bytesOf(Picture picture) {
        return HttpResponse.ok(picture.content())
                .contentType(
                        switch (picture.format()) {
                            case JPEG -> MediaType.IMAGE_JPEG_TYPE;
                            case PNG -> MediaType.IMAGE_PNG_TYPE;
                        })
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline");
    }

    /// Pages of other sites may show it.
    private static HttpResponse<?> told(MutableHttpResponse<?> response, String tag) {
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, FOR_A_DAY)
                .header("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
