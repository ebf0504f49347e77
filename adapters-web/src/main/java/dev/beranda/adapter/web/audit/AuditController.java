package dev.beranda.adapter.web.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsAdministrator;
import dev.beranda.adapter.web.openapi.ReadsQuery;
import dev.beranda.adapter.web.paging.Paging;
import dev.beranda.adapter.web.paging.Turns;
import dev.beranda.application.audit.AuditReader.Which;
import dev.beranda.application.audit.AuditView;
import dev.beranda.application.audit.ReadAuditLog;
import dev.beranda.application.shared.Page;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.SearchText;
import dev.beranda.domain.user.UserId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller("/api/admin/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("admin")
@Tag(name = "Administration")
final class AuditController {

    private final ReadAuditLog readAuditLog;
    private final Paging paging;

    AuditController(ReadAuditLog readAuditLog, Paging paging) {
        this.readAuditLog = readAuditLog;
        this.paging = paging;
    }

    @Get
    @Operation(operationId = "readAuditLog", summary = "Who did what, when and from where, the newest first")
    @Parameter(
            name = "actor",
            in = ParameterIn.QUERY,
            description = "Only what this person did",
            schema = @Schema(type = "string", format = "uuid"))
    @Parameter(name = "action", in = ParameterIn.QUERY, description = "Only this", schema = @Schema(type = "string"))
    @Parameter(
            name = "subject",
            in = ParameterIn.QUERY,
            description = "Only what was done to this",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "From this moment on",
            schema = @Schema(type = "string", format = "date-time"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "Until before this moment",
            schema = @Schema(type = "string", format = "date-time"))
    @ApiResponse(
            responseCode = "200",
            description = "A page of it",
            headers = @Header(name = "Link", description = "The next page", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = Listing.class)))
    @ReadsQuery
    @NeedsAdministrator
    @CanBeBusy
    HttpResponse<Listing> read(HttpRequest<?> request) {
        Fields query = Paging.query(request, "actor", "action", "subject", "from", "to");
        var actor = query.optional("actor", AuditController::person);
        var action = query.optional("action", SearchText::parse);
        var subject = query.optional("subject", SearchText::parse);
        var from = query.optional("from", Query::time);
        var to = query.optional("to", Query::time);
        var page = paging.asked(request, query);
        var which = new Which(actor.orNull(), action.orNull(), subject.orNull(), from.orNull(), to.orNull());
        return paging.answer(request, readAuditLog.read(new ReadAuditLog.Query(which, page)), Listing::of);
    }

    private static Parsed<UserId> person(String raw) {
        return Query.id(raw)
                .map(id -> Parsed.of(new UserId(id)))
                .orElseGet(() -> Parsed.flawed(new Flaw("id_invalid")));
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "AuditLog")
    record Listing(
            List<AuditBody> items,
            @Nullable String nextCursor,
            @Nullable String prevCursor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With `count=true`") @Nullable
            Long total) {

        static Listing of(Page<AuditView> page, Turns turns) {
            return new Listing(page.map(AuditBody::of).items(), turns.next(), turns.previous(), page.total());
        }
    }
}
