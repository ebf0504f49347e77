package dev.beranda.adapter.web.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsWriter;
import dev.beranda.adapter.web.openapi.ReadsQuery;
import dev.beranda.adapter.web.paging.Paging;
import dev.beranda.adapter.web.paging.Turns;
import dev.beranda.application.comment.CaseOrder;
import dev.beranda.application.comment.CaseView;
import dev.beranda.application.comment.CommentStatus;
import dev.beranda.application.comment.ListCases;
import dev.beranda.application.shared.Page;
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

/// Comments there are to judge.
@Controller("/api/admin/comments")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"editor", "admin"})
@Tag(name = "Comments")
final class CasesController {

    private final ListCases listCases;
    private final Paging paging;

    CasesController(ListCases listCases, Paging paging) {
        this.listCases = listCases;
        this.paging = paging;
    }

    @Get
    @Operation(
            operationId = "listCommentCases",
            summary = "List the comments there are to judge, the newest first",
            description = "Without `status`, those that wait; by `-reported_at`, all that somebody complains about.")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "How they stand",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"held", "published", "rejected", "spam", "deleted"}))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description =
                    "`-created_at`, `created_at`, or `-reported_at` for those somebody complains about, the latest first",
            schema = @Schema(type = "string", defaultValue = "-created_at"))
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = "Link", description = "The next page", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = Listing.class)))
    @NeedsWriter
    @ReadsQuery
    @CanBeBusy
    HttpResponse<Listing> list(HttpRequest<?> request) {
        Fields query = Paging.query(request, "status", "sort");
        var status = query.optional("status", CommentStatus::parse);
        var order = Paging.order(query, CaseOrder::parse, CaseOrder.NEWEST);
        var page = paging.asked(request, query);
        var cases = listCases.list(new ListCases.Query(status.orNull(), order, page));
        return paging.answer(request, cases, Listing::of);
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "CommentCaseList")
    record Listing(
            List<CaseBody> items,
            @Nullable String nextCursor,
            @Nullable String prevCursor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With `count=true`") @Nullable
            Long total) {

        static Listing of(Page<CaseView> page, Turns turns) {
            return new Listing(page.map(CaseBody::of).items(), turns.next(), turns.previous(), page.total());
        }
    }
}
