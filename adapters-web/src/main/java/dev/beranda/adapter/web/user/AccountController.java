package dev.beranda.adapter.web.user;

import dev.beranda.adapter.web.http.WaitingRoom;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.problem.Problems;
import dev.beranda.adapter.web.security.BearerRefusals;
import dev.beranda.application.user.AccountView;
import dev.beranda.application.user.RecallAccount;
import dev.beranda.application.user.ShowAccount;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.user.UserId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import java.util.concurrent.CompletionStage;

@Controller("/api/me")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Account")
final class AccountController {

    private final RecallAccount recallAccount;
    private final ShowAccount showAccount;
    private final WaitingRoom waitingRoom;
    private final Problems problems;

    AccountController(
            RecallAccount recallAccount, ShowAccount showAccount, WaitingRoom waitingRoom, Problems problems) {
        this.recallAccount = recallAccount;
        this.showAccount = showAccount;
        this.waitingRoom = waitingRoom;
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
    CompletionStage<HttpResponse<?>> show(HttpRequest<?> request, @Parameter(hidden = true) Access caller) {
        UserId user = caller.bearer().user();
        return waitingRoom.answer(
                recallAccount.recall(new RecallAccount.Query(user)),
                account -> answer(request, account),
                () -> lookUp(request, user));
    }

    private HttpResponse<?> lookUp(HttpRequest<?> request, UserId user) {
        return showAccount
                .show(new ShowAccount.Query(user))
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
