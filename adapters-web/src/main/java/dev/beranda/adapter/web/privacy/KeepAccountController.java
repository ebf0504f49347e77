package dev.beranda.adapter.web.privacy;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.letter.LetterRequests.TicketRequest;
import dev.beranda.adapter.web.letter.ShownProof;
import dev.beranda.adapter.web.letter.TakesTicket;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.application.privacy.KeepAccount;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;

@Controller("/api/auth/account")
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Account")
final class KeepAccountController {

    private final KeepAccount keepAccount;

    KeepAccountController(KeepAccount keepAccount) {
        this.keepAccount = keepAccount;
    }

    @Post("/keep")
    @Operation(
            operationId = "keepAccount",
            summary = "Keep an account that is going to be erased, having read the letter",
            description = "It lets nobody in.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TicketRequest.class)))
    @ApiResponse(responseCode = "200", description = "The account is kept")
    @ReadsBody
    @TakesTicket
    @CanBeBusy
    Map<String, Object> keep(@Body Fields fields) {
        var shown = ShownProof.in(fields.allowing(ShownProof.TOKEN, ShownProof.EMAIL, ShownProof.CODE));
        fields.refuseIfFlawed();
        return switch (keepAccount.keep(new KeepAccount.Command(shown.proof()))) {
            case KeepAccount.Outcome.Kept() -> Map.of();
            case KeepAccount.Outcome.NotGood() -> throw ShownProof.notGood();
        };
    }
}
