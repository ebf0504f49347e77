package dev.beranda.adapter.web.user;

import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.problem.Problems;
import dev.beranda.adapter.web.security.BearerRefusals;
import dev.beranda.application.user.AccountView;
import dev.beranda.application.user.ShowAccount;
import dev.beranda.domain.session.Access;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Account")
final class AccountController {

    private final ShowAccount showAccount;
    private final Problems problems;

    AccountController(ShowAccount showAccount, Problems problems) {
        this.showAccount = showAccount;
        this.problems = problems;
    }

    @Get
    @Operation(operationId = "showAccount", summary = "Show one's own account")
    @SecurityRequirement(name = "bearer")
    @ApiResponse(
            responseCode = "200",
            description = "The account",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = AccountBody.class)))
    @ApiResponse(responseCode = "304", description = "Still the version named in If-None-Match")
    @NeedsToken
    @CanBeBusy
    HttpResponse<?> show(HttpRequest<?> request, @Parameter(hidden = true) Access caller) {
        return showAccount
                .show(new ShowAccount.Query(caller.bearer().user()))
                .<HttpResponse<?>>map(account -> answer(request, account))
                .orElseGet(() -> problems.answer(request, BearerRefusals.takenBack()));
    }

    private static MutableHttpResponse<?> answer(HttpRequest<?> request, AccountView account) {
        String tag = "\"" + account.version() + "\"";
        if (tag.equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH))) {
            return HttpResponse.notModified().header(HttpHeaders.ETAG, tag);
        }
        return HttpResponse.ok(AccountBody.of(account)).header(HttpHeaders.ETAG, tag);
    }
}
