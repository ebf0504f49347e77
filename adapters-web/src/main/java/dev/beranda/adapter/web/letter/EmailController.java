package dev.beranda.adapter.web.letter;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.letter.LetterRequests.LetterRequest;
import dev.beranda.adapter.web.letter.LetterRequests.LinkRequest;
import dev.beranda.adapter.web.letter.LetterRequests.TicketRequest;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.credential.OpenAccount;
import dev.beranda.application.credential.TakeAddressBack;
import dev.beranda.application.letter.ConfirmEmail;
import dev.beranda.application.letter.MoveToNewAddress;
import dev.beranda.domain.letter.Proof;
import dev.beranda.domain.letter.Purpose;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/auth/email")
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "E-mail")
final class EmailController {

    private static final Logger LOG = LoggerFactory.getLogger(EmailController.class);

    private final LetterRequests letterRequests;
    private final ConfirmEmail confirmEmail;
    private final OpenAccount openAccount;
    private final MoveToNewAddress moveToNewAddress;
    private final TakeAddressBack takeAddressBack;

    EmailController(
            LetterRequests letterRequests,
            ConfirmEmail confirmEmail,
            OpenAccount openAccount,
            MoveToNewAddress moveToNewAddress,
            TakeAddressBack takeAddressBack) {
        this.letterRequests = letterRequests;
        this.confirmEmail = confirmEmail;
        this.openAccount = openAccount;
        this.moveToNewAddress = moveToNewAddress;
        this.takeAddressBack = takeAddressBack;
    }

    @Post("/verify")
    @Operation(operationId = "confirmEmail", summary = "Confirm one's address, having read the letter")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TicketRequest.class)))
    @ApiResponse(responseCode = "200", description = "Confirmed")
    @ReadsBody
    @TakesTicket
    @CanBeBusy
    Map<String, Object> verify(@Body Fields fields) {
        Proof proof = proofIn(fields);
        return switch (confirmEmail.confirm(new ConfirmEmail.Command(proof))) {
            case ConfirmEmail.Outcome.Confirmed() -> Map.of();
            case ConfirmEmail.Outcome.NotGood() -> open(proof);
        };
    }

    /// Where accounts are hidden, there is none to be confirmed until its address is.
    private Map<String, Object> open(Proof proof) {
        return switch (openAccount.open(new OpenAccount.Command(proof))) {
            case OpenAccount.Outcome.Opened() -> Map.of();
            case OpenAccount.Outcome.NotGood() -> throw ShownProof.notGood();
        };
    }

    @Post("/verify/resend")
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "resendConfirmation",
            summary = "Have the letter to confirm an address sent again",
            description = "Always the same answer, whether or not there is such an account.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LetterRequest.class)))
    @ApiResponse(responseCode = "202", description = "Noted")
    @ReadsBody
    @IsThrottled
    @CanBeBusy
    void resend(HttpRequest<?> request, @Body Fields fields) {
        letterRequests.note(request, fields, Purpose.CONFIRM_EMAIL);
    }

    @Post("/change")
    @Operation(
            operationId = "changeEmail",
            summary = "Take the new address one asked for, having read the letter there",
            description = "Every session ends. The old address is told, and may take the account back for a week.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TicketRequest.class)))
    @ApiResponse(responseCode = "200", description = "Changed")
    @ApiResponse(
            responseCode = "409",
            description = "Somebody else has the address by now: `email_taken`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ReadsBody
    @TakesTicket
    @CanBeBusy
    Map<String, Object> change(@Body Fields fields) {
        return switch (moveToNewAddress.move(new MoveToNewAddress.Command(proofIn(fields)))) {
            case MoveToNewAddress.Outcome.Moved() -> Map.of();
            case MoveToNewAddress.Outcome.NotGood() -> throw ShownProof.notGood();
            case MoveToNewAddress.Outcome.Taken() -> throw Refusal.of(HttpStatus.CONFLICT, "email_taken");
        };
    }

    @Post("/undo")
    @Operation(
            operationId = "undoEmailChange",
            summary = "Take one's address back that somebody gave away",
            description =
                    "Whoever gave it away knew how to come in: every session ends, the password is good no more, what was"
                            + " set up since is taken down, and a letter to choose another password is on its way.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LinkRequest.class)))
    @ApiResponse(responseCode = "200", description = "The account has its former address again")
    @ApiResponse(
            responseCode = "409",
            description = "Whoever reads its mail has another account with the address by now: `email_taken`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ReadsBody
    @TakesTicket
    @CanBeBusy
    Map<String, Object> undo(@Body Fields fields) {
        var token = ShownProof.linkIn(fields);
        fields.refuseIfFlawed();
        return switch (takeAddressBack.takeBack(new TakeAddressBack.Command(new Proof.Link(token.value())))) {
            case TakeAddressBack.Outcome.TakenBack() -> {
                LOG.warn("The change of an address was undone by its former reader");
                yield Map.of();
            }
            case TakeAddressBack.Outcome.NotGood() -> throw ShownProof.notGood();
            case TakeAddressBack.Outcome.Taken() -> throw Refusal.of(HttpStatus.CONFLICT, "email_taken");
        };
    }

    private static Proof proofIn(Fields fields) {
        var shown = ShownProof.in(fields.allowing(ShownProof.TOKEN, ShownProof.EMAIL, ShownProof.CODE));
        fields.refuseIfFlawed();
        return shown.proof();
    }
}
