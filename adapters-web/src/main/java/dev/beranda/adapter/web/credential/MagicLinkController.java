package dev.beranda.adapter.web.credential;

import dev.beranda.adapter.web.factor.SecondFactorWanted;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.letter.LetterRequests;
import dev.beranda.adapter.web.letter.LetterRequests.LetterRequest;
import dev.beranda.adapter.web.letter.ShownProof;
import dev.beranda.adapter.web.letter.TakesTicket;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.HandsTokensOver;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.session.Devices;
import dev.beranda.adapter.web.session.Handover;
import dev.beranda.adapter.web.session.LoggedIn;
import dev.beranda.adapter.web.session.LoggedInByCookie;
import dev.beranda.application.credential.LogInByLetter;
import dev.beranda.domain.letter.Purpose;
import dev.beranda.domain.shared.Parsed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/auth/magic-link")
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Coming in")
final class MagicLinkController {

    private static final Logger LOG = LoggerFactory.getLogger(MagicLinkController.class);

    private final LetterRequests letterRequests;
    private final LogInByLetter logInByLetter;
    private final Devices devices;
    private final Handover handover;

    MagicLinkController(
            LetterRequests letterRequests, LogInByLetter logInByLetter, Devices devices, Handover handover) {
        this.letterRequests = letterRequests;
        this.logInByLetter = logInByLetter;
        this.devices = devices;
        this.handover = handover;
    }

    @Post
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "askForMagicLink",
            summary = "Have a letter sent that lets one come in without a password",
            description = "Always the same answer, whether or not there is such an account.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LetterRequest.class)))
    @ApiResponse(responseCode = "202", description = "Noted")
    @ReadsBody
    @IsThrottled
    @CanBeBusy
    void ask(HttpRequest<?> request, @Body Fields fields) {
        letterRequests.note(request, fields, Purpose.LOG_IN);
    }

    @Post("/login")
    @Operation(operationId = "logInByMagicLink", summary = "Come in, having read the letter")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LogInByLetterRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "Tokens, and who one is; or a token to prove the second factor with",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            oneOf = {LoggedIn.class, LoggedInByCookie.class, SecondFactorWanted.class
                                            })))
    @ApiResponse(
            responseCode = "403",
            description =
                    "The letter was right, but: `account_disabled` or `account_leaving`; or cookies were asked for by a page of another"
                            + " site: `csrf_failed`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ReadsBody
    @HandsTokensOver
    @TakesTicket
    @CanBeBusy
    HttpResponse<?> logIn(HttpRequest<?> request, @Body Fields fields) {
        var shown = ShownProof.in(fields.allowing(ShownProof.TOKEN, ShownProof.EMAIL, ShownProof.CODE, "device_name"));
        var deviceName = fields.optional("device_name", Parsed::of);
        fields.refuseIfFlawed();
        var device = devices.of(request, deviceName.orNull());
        return switch (logInByLetter.logIn(new LogInByLetter.Command(shown.proof(), device))) {
            case LogInByLetter.Outcome.Welcome(var user, var tokens) -> {
                LOG.atInfo().addKeyValue("user", user.id()).log("Somebody logged in by letter");
                yield handover.welcome(request, user, tokens);
            }
            case LogInByLetter.Outcome.SecondFactorWanted(var demand) -> HttpResponse.ok(SecondFactorWanted.of(demand));
            case LogInByLetter.Outcome.NotGood() -> throw ShownProof.notGood();
            case LogInByLetter.Outcome.AccountDisabled() -> throw Refusal.of(HttpStatus.FORBIDDEN, "account_disabled");
            case LogInByLetter.Outcome.AccountLeaving(var end) ->
                throw Refusal.of(HttpStatus.FORBIDDEN, "account_leaving").leavingAt(end);
        };
    }

    @Schema(name = "LogInByLetter", description = "`token` out of the link, or `email` and the six-digit `code`")
    record LogInByLetterRequest(
            @Nullable String token,
            @Nullable @Schema(format = "email") String email,
            @Nullable @Schema(example = "123 456") String code,

            @Schema(name = "device_name", description = "What the list of sessions calls this device") @Nullable
            String deviceName) {}
}
