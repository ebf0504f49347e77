package dev.beranda.adapter.web.credential;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.letter.LetterRequests.LinkRequest;
import dev.beranda.adapter.web.letter.ShownProof;
import dev.beranda.adapter.web.letter.TakesTicket;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.application.credential.RefuseStranger;
import dev.beranda.domain.letter.Proof;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/auth/sessions")
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Sessions")
final class StrangerController {

    private static final Logger LOG = LoggerFactory.getLogger(StrangerController.class);

    private final RefuseStranger refuseStranger;

    StrangerController(RefuseStranger refuseStranger) {
        this.refuseStranger = refuseStranger;
    }

    @Post("/refuse")
    @Operation(
            operationId = "refuseStranger",
            summary = "Say, having read the letter about a new device, that it was not oneself",
            description =
                    "Every session ends and the password is good no more; a letter to choose another is on its way.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LinkRequest.class)))
    @ApiResponse(responseCode = "200", description = "Everybody is out")
    @ReadsBody
    @TakesTicket
    @CanBeBusy
    Refused refuse(@Body Fields fields) {
        var token = ShownProof.linkIn(fields);
        fields.refuseIfFlawed();
        return switch (refuseStranger.refuse(new RefuseStranger.Command(new Proof.Link(token.value())))) {
            case RefuseStranger.Outcome.Refused(boolean passwordWithdrawn) -> {
                LOG.warn("Somebody said of a new device that it was not them");
                yield new Refused(passwordWithdrawn);
            }
            case RefuseStranger.Outcome.NotGood() -> throw ShownProof.notGood();
        };
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "StrangerRefused")
    record Refused(
            @Schema(description = "Whether there was one; then a letter to choose another is on its way")
            boolean passwordWithdrawn) {}
}
