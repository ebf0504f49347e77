package dev.beranda.adapter.web.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.http.ClientAddresses;
import dev.beranda.adapter.web.http.RequestIds;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsAdministrator;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Problems;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.credential.ImportPeople;
import dev.beranda.application.credential.ImportPeople.Result;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.user.Actor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Of the credentials' word, for it is the only one that may see what passwords were kept by elsewhere.
@Controller("/api/admin/users/import")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("admin")
@Tag(name = "Administration")
final class ImportController {

    private static final Logger LOG = LoggerFactory.getLogger(ImportController.class);

    private final ImportPeople importPeople;
    private final Problems problems;
    private final ClientAddresses addresses;

    ImportController(ImportPeople importPeople, Problems problems, ClientAddresses addresses) {
        this.importPeople = importPeople;
        this.problems = problems;
        this.addresses = addresses;
    }

    @Post
    @Consumes({MediaType.APPLICATION_JSON, ImportRows.LINES})
    @Operation(
            operationId = "importPeople",
            summary = "Bring people along from another house, with the passwords they had there",
            description = "Up to 500 at a time, all good rows or none if the database fails. It can be done again: who"
                    + " has an account already keeps it as it is. Nobody is written to. As `application/x-ndjson` each"
                    + " line is a person, and `dry_run` goes into the query.")
    @Parameter(
            name = "dry_run",
            in = ParameterIn.QUERY,
            description = "For lines: only tell what would come of it",
            schema = @Schema(type = "boolean"))
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ImportRequest.class)),
                @Content(mediaType = ImportRows.LINES, schema = @Schema(implementation = ImportedPerson.class))
            })
    @ApiResponse(
            responseCode = "200",
            description = "What came of each row, or would",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @ApiResponse(
            responseCode = "409",
            description = "A race was lost too often: `conflict`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsAdministrator
    @ReadsBody
    @CanBeBusy
    ImportReport run(HttpRequest<?> request, @Parameter(hidden = true) Access caller, @Body Fields fields) {
        var rows = ImportRows.in(request, fields);
        var command = new ImportPeople.Command(
                new Actor(caller.bearer().user(), caller.bearer().role()),
                new Origin(addresses.of(request), RequestIds.of(request)),
                rows.good(),
                rows.dryRun());
        return switch (importPeople.importPeople(command)) {
            case ImportPeople.Outcome.Done(var results) -> report(request, rows, results);
            case ImportPeople.Outcome.NotAllowed() -> throw Refusal.of(HttpStatus.FORBIDDEN, "forbidden");
        };
    }

    private ImportReport report(HttpRequest<?> request, ImportRows rows, List<Result> results) {
        Iterator<Result> ofGood = results.iterator();
        List<ImportedRow> told = new ArrayList<>();
        for (ImportRows.Read read : rows.all()) {
            told.add(
                    switch (read) {
                        case ImportRows.Good(var email, var _) ->
                            row(request, told.size(), email, ofGood.next(), rows.dryRun());
                        case ImportRows.Flawed(var email, var flaws) -> refused(request, told.size(), email, flaws);
                    });
        }
        var report = ImportReport.of(rows.dryRun(), told);
        LOG.atInfo()
                .addKeyValue("created", report.created())
                .addKeyValue("existing", report.existing())
                .addKeyValue("refused", report.refused())
                .addKeyValue("dry_run", report.dryRun())
                .log("People were brought along");
        return report;
    }

    private ImportedRow row(HttpRequest<?> request, int index, String email, Result result, boolean dryRun) {
        return switch (result) {
            case Result.Created(var user) ->
                new ImportedRow(index, email, ImportedRow.CREATED, dryRun ? null : user.value(), null);
            case Result.Exists() -> new ImportedRow(index, email, ImportedRow.EXISTS, null, null);
            case Result.Refused(var wrong) ->
                refused(
                        request,
                        index,
                        email,
                        wrong.stream()
                                .map(one -> new Refusal.FieldFlaw(one.field(), one.flaw()))
                                .toList());
        };
    }

    private ImportedRow refused(
            HttpRequest<?> request, int index, @Nullable String email, List<Refusal.FieldFlaw> flaws) {
        return new ImportedRow(index, email, ImportedRow.REFUSED, null, problems.items(request, flaws));
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "ImportReport")
    record ImportReport(boolean dryRun, int created, int existing, int refused, List<ImportedRow> rows) {

        static ImportReport of(boolean dryRun, List<ImportedRow> rows) {
            return new ImportReport(
                    dryRun,
                    count(rows, ImportedRow.CREATED),
                    count(rows, ImportedRow.EXISTS),
                    count(rows, ImportedRow.REFUSED),
                    rows);
        }

        private static int count(List<ImportedRow> rows, String outcome) {
            return (int)
                    rows.stream().filter(row -> row.outcome().equals(outcome)).count();
        }
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportedRow")
    record ImportedRow(
            @Schema(description = "Which row it is about, counted from 0")
            int index,

            @Nullable @Schema(description = "As it was sent")
            String email,

            @Schema(allowableValues = {"created", "exists", "refused"})
            String outcome,

            @Nullable @Schema(description = "Of the new account")
            UUID id,

            @Nullable @Schema(description = "All that is wrong with the row")
            List<Problem.Item> errors) {

        static final String CREATED = "created";
        static final String EXISTS = "exists";
        static final String REFUSED = "refused";
    }

    @Schema(name = "ImportPeople")
    record ImportRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "500 at most")
            List<ImportedPerson> users,

            @Schema(name = "dry_run", description = "Only tell what would come of it") @Nullable
            Boolean dryRun) {}

    @Schema(name = "ImportedPerson")
    record ImportedPerson(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email")
            String email,

            @Schema(name = "email_verified", description = "Whether it was confirmed there; false if left out")
            @Nullable
            Boolean emailVerified,

            @Nullable String username,
            @Schema(name = "display_name") @Nullable String displayName,

            @Schema(
                    name = "password_hash",
                    description = "As Django, Laravel, PHP, Node, Rust or Firebase keep it; what begins with `!`"
                            + " stands for no password",
                    example = "pbkdf2_sha256$600000$…$…")
            @Nullable
            String passwordHash,

            @Schema(allowableValues = {"reader", "author", "editor"}) @Nullable
            String role,

            @Nullable Boolean disabled,

            @Schema(name = "created_at", format = "date-time") @Nullable
            String createdAt,

            @Schema(description = "Of letters: en or id") @Nullable
            String locale) {}
}
