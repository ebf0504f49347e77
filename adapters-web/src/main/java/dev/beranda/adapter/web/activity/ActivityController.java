package dev.beranda.adapter.web.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.language.PreferredLanguage;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.ReadsQuery;
import dev.beranda.adapter.web.paging.Paging;
import dev.beranda.application.activity.ReadActivity;
import dev.beranda.domain.session.Access;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller("/api/me/security-log")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Sessions")
final class ActivityController {

    private final ReadActivity readActivity;
    private final Paging paging;
    private final Sentences sentences;

    ActivityController(ReadActivity readActivity, Paging paging, Sentences sentences) {
        this.readActivity = readActivity;
        this.paging = paging;
        this.sentences = sentences;
    }

    @Get
    @Operation(
            operationId = "readSecurityLog",
            summary = "What happened to one's account, the newest first",
            description = "Who came in with what and from where, why a session ended, what was changed. Kept for half a"
                    + " year.")
    @SecurityRequirement(name = "bearer")
    @ApiResponse(
            responseCode = "200",
            description = "A page of it",
            headers = @Header(name = "Link", description = "The next page", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = Listing.class)))
    @ReadsQuery
    @NeedsToken
    @CanBeBusy
    HttpResponse<Listing> read(HttpRequest<?> request, @Parameter(hidden = true) Access caller) {
        Fields query = Paging.query(request);
        var page = readActivity.read(new ReadActivity.Query(caller, paging.asked(request, query)));
        var language = PreferredLanguage.of(request);
        var lines = page.map(view -> ActivityBody.of(view, sentences, language));
        return paging.answer(
                request,
                lines,
                (items, turns) -> new Listing(items.items(), turns.next(), turns.previous(), items.total()));
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "SecurityLog")
    record Listing(
            List<ActivityBody> items,
            @Nullable String nextCursor,
            @Nullable String prevCursor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With `count=true`") @Nullable
            Long total) {}
}
