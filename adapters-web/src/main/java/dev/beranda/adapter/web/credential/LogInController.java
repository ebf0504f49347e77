package dev.beranda.adapter.web.credential;

import dev.beranda.adapter.web.factor.SecondFactorWanted;
import dev.beranda.adapter.web.input.Field;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.HandsTokensOver;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.adapter.web.session.Devices;
import dev.beranda.adapter.web.session.Handover;
import dev.beranda.adapter.web.session.LoggedIn;
import dev.beranda.adapter.web.session.LoggedInByCookie;
import dev.beranda.application.credential.LogIn;
import dev.beranda.application.credential.LoginName;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.user.User;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/auth/login")
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Coming in")
final class LogInController {

    private static final Logger LOG = LoggerFactory.getLogger(LogInController.class);
    private static final List<String> NAMES = List.of("identifier", "email", "username");

    private final LogIn logIn;
    private final Devices devices;
    private final Handover handover;
    private final NameMarks marks;

    LogInController(LogIn logIn, Devices devices, Handover handover, NameMarks marks) {
        this.logIn = logIn;
        this.devices = devices;
        this.handover = handover;
        this.marks = marks;
    }

    @Post
    @Operation(
            operationId = "logIn",
            summary = "Come in with a name and a password",
            description =
                    "The name is an e-mail address or a user name, in any one of the three fields. An account that is"
                            + " going to be erased lets in whoever says `keep_account`, and is kept. Ten wrong attempts in"
                            + " five minutes on one name are enough, and fifty from one network; whoever was let in from"
                            + " their network before comes in there though others used their name up.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LogInRequest.class)))
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
            responseCode = "401",
            description = "Unknown name or wrong password, which of them is not said: `invalid_credentials`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "403",
            description =
                    "Right password, but `account_disabled`, `account_leaving` or `email_unverified`; or cookies were asked for by a"
                            + " page of another site: `csrf_failed`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ReadsBody
    @HandsTokensOver
    @IsThrottled
    @CanBeBusy
    HttpResponse<?> logIn(HttpRequest<?> request, @Body Fields fields) {
        fields.allowing("identifier", "email", "username", "password", "device_name", "keep_account");
        var name = nameIn(fields);
        var password = fields.required("password", Password::parse);
        var deviceName = fields.optional("device_name", Parsed::of);
        var keepsAccount = fields.optionalFlag("keep_account");
        fields.refuseIfFlawed();
        var device = devices.of(request, deviceName.orNull());
        var command =
                new LogIn.Command(name.value(), password.value(), device, Boolean.TRUE.equals(keepsAccount.orNull()));
        return switch (logIn.logIn(command)) {
            case LogIn.Outcome.Welcome(var user, var tokens) -> {
                noteArrival(user);
                yield handover.welcome(request, user, tokens);
            }
            case LogIn.Outcome.SecondFactorWanted(var demand) -> HttpResponse.ok(SecondFactorWanted.of(demand));
            case LogIn.Outcome.WrongCredentials() -> throw wrongCredentials(name.value());
            case LogIn.Outcome.AccountDisabled() -> throw turnedAway(name.value(), "account_disabled");
            case LogIn.Outcome.AccountLeaving(var end) ->
                throw turnedAway(name.value(), "account_leaving").leavingAt(end);
            case LogIn.Outcome.EmailUnverified() -> throw turnedAway(name.value(), "email_unverified");
            case LogIn.Outcome.TooManyAttempts(var allowance, var retryAfter) -> {
                LOG.atWarn()
                        .addKeyValue("allowance", allowance.name())
                        .addKeyValue("name", marks.of(name.value()))
                        .log("Login attempts are used up");
                throw Throttling.tooMany(allowance, retryAfter);
            }
        };
    }

    private static Field<LoginName> nameIn(Fields fields) {
        List<String> given = NAMES.stream().filter(fields::has).toList();
        if (given.size() > 1) {
            fields.add(given.getLast(), List.of(new Flaw("one_name_only")));
        }
        String field = given.isEmpty() ? "username" : given.getFirst();
        return fields.required(field, raw -> Parsed.of(LoginName.of(raw)));
    }

    private static void noteArrival(User user) {
        LOG.atInfo().addKeyValue("user", user.id()).log("Somebody logged in");
    }

    /// Though the password was right.
    private Refusal turnedAway(LoginName name, String code) {
        LOG.atInfo()
                .addKeyValue("name", marks.of(name))
                .addKeyValue("code", code)
                .log("Somebody who knows the password was turned away");
        return Refusal.of(HttpStatus.FORBIDDEN, code);
    }

    private Refusal wrongCredentials(LoginName name) {
        LOG.atInfo().addKeyValue("name", marks.of(name)).log("A login failed");
        return Refusal.of(HttpStatus.UNAUTHORIZED, "invalid_credentials").with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    @Schema(name = "LogIn", description = "One of `identifier`, `email` and `username`, and the password")
    record LogInRequest(
            @Nullable String identifier,
            @Nullable String email,
            @Nullable String username,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String password,

            @Schema(name = "device_name", description = "What the list of sessions calls this device") @Nullable
            String deviceName,

            @Schema(name = "keep_account", description = "To keep an account that is going to be erased") @Nullable
            Boolean keepAccount) {}
}
