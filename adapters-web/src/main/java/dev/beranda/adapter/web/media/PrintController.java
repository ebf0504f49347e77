package dev.beranda.adapter.web.media;

import dev.beranda.adapter.web.http.EntityTags;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.application.media.MediumView;
import dev.beranda.application.media.OpenPrint;
import dev.beranda.application.media.ShowMedium;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Print;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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

/// What is found in one place never changes, so it may be kept for ever.
@Controller("/api/media")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Media")
final class PrintController {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final ShowMedium showMedium;
    private final OpenPrint openPrint;

    PrintController(ShowMedium showMedium, OpenPrint openPrint) {
        this.showMedium = showMedium;
        this.openPrint = openPrint;
    }

    @Get("/{id}/{width}")
    @Produces(MediaType.ALL)
    @Operation(
            operationId = "showPrint",
            summary = "Show a picture",
            description =
                    "The narrowest there is that is at least so wide, or the widest. As WebP to who says they accept it, else"
                            + " as JPEG or PNG; with `.webp`, `.jpg` or `.png` behind the width, just so.")
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            headers = {
                @Header(name = "ETag", description = "Never changes", schema = @Schema(type = "string")),
                @Header(name = "Vary", description = "`Accept`, without an ending", schema = @Schema(type = "string"))
            },
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(responseCode = "304", description = "Known by If-None-Match")
    @ApiResponse(
            responseCode = "404",
            description = "There is none of this id, or not so: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @CanBeBusy
    HttpResponse<?> show(
            HttpRequest<?> request,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String id,
            @PathVariable
                    @Parameter(
                            description = "1 to 9999, and perhaps an ending",
                            schema = @Schema(type = "string", pattern = "^[1-9][0-9]{0,3}(\\.(webp|jpg|png))?$"))
                    String width) {
        var wish = WantedPrint.parse(width).orElseThrow(MediaController::none);
        MediaId medium = MediaController.medium(id);
        Print print = showMedium
                .show(new ShowMedium.Query(medium))
                .map(MediumView::prints)
                .flatMap(prints -> wish.among(prints, WantedPrint.acceptsWebp(request)))
                .orElseThrow(MediaController::none);
        String tag = '"' + medium.toString() + '-' + print.name() + '"';
        var answer = EntityTags.isKnown(request, tag) ? HttpResponse.notModified() : bytesOf(medium, print);
        return told(wish.isFixed() ? answer : answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT), tag);
    }

    private MutableHttpResponse<?> bytesOf(MediaId medium, Print print) {
        var content = openPrint.open(new OpenPrint.Query(medium, print)).orElseThrow(MediaController::none);
        return HttpResponse.ok(new Flow(content))
                .contentType(MediaType.of(MediumBody.typeOf(print.format())))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline");
    }

    /// Pages of other sites may show it.
    private static HttpResponse<?> told(MutableHttpResponse<?> response, String tag) {
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .header("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
