package dev.beranda.adapter.web.exchange;

import dev.beranda.adapter.web.http.ClientAddresses;
import dev.beranda.adapter.web.http.RequestIds;
import dev.beranda.adapter.web.http.SpoolFolder;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsAdministrator;
import dev.beranda.adapter.web.problem.Problems;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.security.CsrfGuard;
import dev.beranda.application.exchange.ExportContent;
import dev.beranda.application.exchange.ImportContent;
import dev.beranda.application.exchange.ImportReport;
import dev.beranda.domain.exchange.Cargo;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.user.Actor;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/admin")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("admin")
@Tag(name = "Administration")
final class ExchangeController {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeController.class);
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,79}");

    private final ImportContent importContent;
    private final ExportContent exportContent;
    private final Problems problems;
    private final ClientAddresses addresses;
    private final CsrfGuard csrfGuard;
    private final SpoolFolder spool;

    ExchangeController(
            ImportContent importContent,
            ExportContent exportContent,
            Problems problems,
            ClientAddresses addresses,
            CsrfGuard csrfGuard,
            SpoolFolder spool) {
        this.importContent = importContent;
        this.exportContent = exportContent;
        this.problems = problems;
        this.addresses = addresses;
        this.csrfGuard = csrfGuard;
        this.spool = spool;
    }

    @Post("/import")
    @Consumes(MediaType.ALL)
    @Operation(
            operationId = "importContent",
            summary = "Bring what was published elsewhere",
            description =
                    "A ZIP of Markdown files with front matter and their pictures, an export of WordPress (WXR), of"
                            + " Ghost (JSON), or of a house like this one (`GET /api/admin/export`): as the body, or as the one file of"
                            + " a form. What it is its first bytes say. Each thing is taken by itself, and nobody is told that"
                            + " there is something new. The same file again changes nothing; what was edited here since is left as"
                            + " it is. Nothing is ever fetched from anywhere.")
    @Parameter(
            name = "dry_run",
            in = ParameterIn.QUERY,
            description = "Only tell what would come of it",
            schema = @Schema(type = "boolean"))
    @Parameter(
            name = "overwrite",
            in = ParameterIn.QUERY,
            description = "What was edited or removed here becomes again what it is there",
            schema = @Schema(type = "boolean"))
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            description =
                    "What tells the house it comes from from others of its kind: 1 to 80 letters, digits, `.`, `_`,"
                            + " `/` or `-`. Things of another source are other things",
            schema = @Schema(type = "string"))
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = ImportForm.class))
            })
    @ApiResponse(
            responseCode = "200",
            description = "What came of each thing, or would",
            content = @Content(schema = @Schema(implementation = ImportReportBody.class)))
    @NeedsAdministrator
    @ReadsImport
    @CanBeBusy
    ImportReportBody bring(
            HttpRequest<?> request, @Parameter(hidden = true) Access caller, @Body @Nullable Cargo cargo) {
        Fields query = Query.of(request).allowing("dry_run", "overwrite", "source");
        var dryRun = query.optional("dry_run", Query::flag);
        var overwrite = query.optional("overwrite", Query::flag);
        var source = query.optional("source", ExchangeController::source);
        query.refuseIfFlawed();
        if (cargo == null || cargo.length() == 0) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "bad_request");
        }
        String site = source.orNull();
        var command = new ImportContent.Command(
                actor(caller),
                origin(request),
                cargo,
                site == null ? "" : site,
                Boolean.TRUE.equals(overwrite.orNull()),
                Boolean.TRUE.equals(dryRun.orNull()));
        return switch (importContent.bring(command)) {
            case ImportContent.Outcome.Done(var report) -> told(request, report);
            case ImportContent.Outcome.NotAllowed() -> throw Refusal.of(HttpStatus.FORBIDDEN, "forbidden");
            case ImportContent.Outcome.Unreadable(var flaw) ->
                throw Refusal.of(HttpStatus.UNPROCESSABLE_ENTITY, flaw.code());
        };
    }

    private static Parsed<String> source(String raw) {
        return SOURCE.matcher(raw).matches() ? Parsed.of(raw) : Parsed.flawed(new Flaw("source_invalid"));
    }

    private ImportReportBody told(HttpRequest<?> request, ImportReport report) {
        var body = ImportReportBody.of(
                report,
                remarks -> problems.items(
                        request,
                        remarks.stream()
                                .map(remark -> new Refusal.FieldFlaw(remark.field(), remark.flaw()))
                                .toList()));
        LOG.atInfo()
                .addKeyValue("format", body.format())
                .addKeyValue("created", body.created())
                .addKeyValue("updated", body.updated())
                .addKeyValue("unchanged", body.unchanged())
                .addKeyValue("skipped", body.skipped())
                .addKeyValue("refused", body.refused())
                .addKeyValue("dry_run", body.dryRun())
                .log("Content was brought along");
        return body;
    }

    @Get("/export")
    @Produces("application/zip")
    @Operation(
            operationId = "exportContent",
            summary = "Take along everything that was published here, or is to be",
            description =
                    "All words as they were at one moment, and the pictures: a ZIP of Markdown files with front matter, and"
                            + " JSON for the rest. It can be brought to a house like this one, and in the same state is always the"
                            + " same bytes.")
    @ApiResponse(
            responseCode = "200",
            description = "Everything",
            content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
    @NeedsAdministrator
    @CanBeBusy
    HttpResponse<?> take(HttpRequest<?> request, @Parameter(hidden = true) Access caller) throws IOException {
        refuseIfSentByAnotherSite(request);
        Path file = spool.newFile();
        try {
            write(file, actor(caller), origin(request));
            return HttpResponse.ok(Files.newInputStream(file))
                    .contentType(MediaType.of("application/zip"))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"beranda-content.zip\"");
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

    /// All of it is there before the first byte is sent: who reads slowly keeps no transaction waiting.
    private void write(Path file, Actor by, Origin from) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            switch (exportContent.pack(new ExportContent.Command(by, from, bytes -> write(out, bytes)))) {
                case ExportContent.Outcome.Packed() -> {}
                case ExportContent.Outcome.NotAllowed() -> throw Refusal.of(HttpStatus.FORBIDDEN, "forbidden");
            }
        }
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Actor actor(Access caller) {
        return new Actor(caller.bearer().user(), caller.bearer().role());
    }

    private Origin origin(HttpRequest<?> request) {
        return new Origin(addresses.of(request), RequestIds.of(request));
    }

    @Schema(name = "ContentImport")
    record ImportForm(
            @Schema(type = "string", format = "binary") String file) {}
}
