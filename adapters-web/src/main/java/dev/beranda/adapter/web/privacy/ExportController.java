package dev.beranda.adapter.web.privacy;

import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.adapter.web.security.CsrfGuard;
import dev.beranda.application.privacy.ExportPersonalData;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.user.UserId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

@Controller("/api/me/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Account")
final class ExportController {

    private static final MediaType ZIP = MediaType.of("application/zip");

    private final ExportPersonalData exportPersonalData;
    private final CsrfGuard csrfGuard;

    ExportController(ExportPersonalData exportPersonalData, CsrfGuard csrfGuard) {
        this.exportPersonalData = exportPersonalData;
        this.csrfGuard = csrfGuard;
    }

    @Get
    @Produces({"application/zip", MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "exportPersonalData",
            summary = "Get everything that is held about oneself",
            description =
                    "As it was at one moment. A ZIP with a JSON document for each feature, or one JSON document for"
                            + " who accepts nothing but JSON. Of secrets it is only said that there are any. The ZIP encloses the"
                            + " pictures one brought, the largest print of each, the newest first up to 2 GiB; all of"
                            + " them can be had at `/api/media/<id>`, by the ids in `media`.")
    @ApiResponse(
            responseCode = "200",
            description = "Everything",
            content = {
                @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")),
                @Content(
                        mediaType = "application/json",
                        schema =
                                @Schema(
                                        type = "object",
                                        description = "By feature, then by kind: lists of what is held"))
            })
    @ApiResponse(
            responseCode = "406",
            description = "Neither is accepted: `not_acceptable`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @IsThrottled
    @CanBeBusy
    HttpResponse<?> export(HttpRequest<?> request, @Parameter(hidden = true) Access caller) throws IOException {
        refuseIfSentByAnotherSite(request);
        boolean asJson = wantsJson(request);
        Path file = Files.createTempFile("beranda-export", null);
        try {
            write(file, asJson, caller.bearer().user());
            return answer(Files.newInputStream(file), asJson);
        } finally {
            // Who has it open can read it still; nobody else ever can, whatever happens to us.
            Files.delete(file);
        }
    }

    /// A link on another site would bring the cookies along, and leave all of it on the disk of whoever followed it.
    private void refuseIfSentByAnotherSite(HttpRequest<?> request) {
        if (!request.getHeaders().contains(HttpHeaders.AUTHORIZATION)) {
            csrfGuard.refuseStrangers(request);
        }
    }

    private static boolean wantsJson(HttpRequest<?> request) {
        return request.accept().stream()
                .findFirst()
                .filter(MediaType.APPLICATION_JSON_TYPE::matches)
                .filter(type -> !"*".equals(type.getSubtype()))
                .isPresent();
    }

    /// All of it is there before the first byte is sent: who reads slowly keeps no transaction waiting.
    private void write(Path file, boolean asJson, UserId user) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var portfolio = asJson ? Portfolio.json(out) : Portfolio.zip(out)) {
            switch (exportPersonalData.export(new ExportPersonalData.Query(user, portfolio))) {
                case ExportPersonalData.Outcome.Told() -> {}
                case ExportPersonalData.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                    throw Throttling.tooMany(allowance, retryAfter);
            }
        }
    }

    private static HttpResponse<?> answer(InputStream content, boolean asJson) {
        String name = asJson ? "beranda-export.json" : "beranda-export.zip";
        return HttpResponse.ok(content)
                .contentType(asJson ? MediaType.APPLICATION_JSON_TYPE : ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"');
    }
}
