package dev.beranda.adapter.web.credential;

import dev.beranda.adapter.web.http.ClientAddresses;
import dev.beranda.adapter.web.input.Field;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.language.PreferredLanguage;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.IsThrottled;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.adapter.web.problem.Throttling;
import dev.beranda.adapter.web.retry.Once;
import dev.beranda.adapter.web.retry.TakesIdempotencyKey;
import dev.beranda.adapter.web.user.AccountBody;
import dev.beranda.application.credential.BeginSignUp;
import dev.beranda.application.credential.JudgePassword;
import dev.beranda.application.credential.SignUp;
import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordPolicy.Judgement;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.User;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import dev.beranda.domain.user.Users;
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
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/auth/register")
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "Coming in")
final class SignUpController {

    private static final Logger LOG = LoggerFactory.getLogger(SignUpController.class);

    private final BeginSignUp beginSignUp;
    private final SignUp signUp;
    private final JudgePassword judgePassword;
    private final ClientAddresses addresses;
    private final Once once;

    SignUpController(
            BeginSignUp beginSignUp, SignUp signUp, JudgePassword judgePassword, ClientAddresses addresses, Once once) {
        this.beginSignUp = beginSignUp;
        this.once = once;
        this.signUp = signUp;
        this.judgePassword = judgePassword;
        this.addresses = addresses;
    }

    @Post
    @Operation(operationId = "register", summary = "Open an account")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RegisterRequest.class)))
    @ApiResponse(
            responseCode = "201",
            description = "The new account",
            content = @Content(schema = @Schema(implementation = Registered.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Where accounts are hidden: all else stands in the letter that went to the address")
    @ApiResponse(
            responseCode = "409",
            description =
                    "Somebody has the address (`email_taken`), the name (`username_taken`), or both; or the same is being"
                            + " carried out (`request_in_progress`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ReadsBody
    @IsThrottled
    @CanBeBusy
    @TakesIdempotencyKey
    HttpResponse<?> register(HttpRequest<?> request, @Body Fields fields) {
        begin(request);
        return once.answer(request, () -> open(request, fields), Registered.class, Registered::owner);
    }

    /// Before a key is claimed, too: what nobody may ask for any more is not kept.
    private void begin(HttpRequest<?> request) {
        switch (beginSignUp.begin(new BeginSignUp.Command(addresses.of(request)))) {
            case BeginSignUp.Outcome.Begun() -> {}
            case BeginSignUp.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        }
    }

    private HttpResponse<Registered> open(HttpRequest<?> request, Fields fields) {
        fields.allowing("email", "password", "username", "display_name");
        var email = fields.required("email", EmailAddress::parse);
        var password = fields.required("password", Password::parse);
        var username = fields.optional("username", Username::parse);
        var displayName = fields.optional("display_name", DisplayName::parse);
        if (fields.isFlawed()) {
            throw everythingWrong(fields, email, password, username, displayName);
        }
        var command = new SignUp.Command(
                email.value(),
                password.value(),
                username.orNull(),
                displayName.orNull(),
                PreferredLanguage.of(request),
                addresses.of(request));
        return switch (signUp.signUp(command)) {
            case SignUp.Outcome.Welcome(var user) -> welcome(user);
            case SignUp.Outcome.WelcomeByLetter() -> HttpResponse.accepted();
            case SignUp.Outcome.Taken(var names) -> throw taken(names);
            case SignUp.Outcome.WeakPassword(var judgement) -> throw PasswordRefusals.weak("password", judgement);
            case SignUp.Outcome.TooManyAttempts(var allowance, var retryAfter) ->
                throw Throttling.tooMany(allowance, retryAfter);
        };
    }

    private static HttpResponse<Registered> welcome(User user) {
        LOG.atInfo().addKeyValue("user", user.id()).log("Somebody signed up");
        return HttpResponse.created(new Registered("User registered successfully", AccountBody.of(user)));
    }

    /// With other fields wrong the password is judged all the same, so that nobody has to come back twice; but nobody
    /// outside is asked about it for the sake of a form that cannot do.
    private Refusal everythingWrong(
            Fields fields,
            Field<EmailAddress> email,
            Field<Password> password,
            Field<Username> username,
            Field<DisplayName> displayName) {
        if (!password.isPresent()) {
            return Refusal.invalid(fields.flaws());
        }
        List<String> personal = new ArrayList<>();
        addIfPresent(personal, email.isPresent() ? email.value().value() : null);
        addIfPresent(personal, email.isPresent() ? email.value().localPart() : null);
        addIfPresent(personal, username.isPresent() ? username.value().value() : null);
        addIfPresent(personal, displayName.isPresent() ? displayName.value().value() : null);
        Judgement judgement = judgePassword.judge(new JudgePassword.Query(password.value(), personal));
        fields.add("password", judgement.flaws());
        return Refusal.invalid(fields.flaws()).advising(PasswordRefusals.advice(judgement));
    }

    private static void addIfPresent(List<String> words, @Nullable String word) {
        if (word != null) {
            words.add(word);
        }
    }

    private static Refusal taken(Set<Users.Taken> names) {
        List<FieldFlaw> flaws = names.stream()
                .sorted()
                .map(name -> switch (name) {
                    case EMAIL -> new FieldFlaw("email", new Flaw("email_taken"));
                    case USERNAME -> new FieldFlaw("username", new Flaw("username_taken"));
                })
                .toList();
        return Refusal.of(HttpStatus.CONFLICT, flaws.getFirst().flaw().code()).naming(flaws);
    }

    @Schema(name = "Register")
    record RegisterRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "email")
            String email,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 12, maxLength = 512)
            String password,

            @Schema(description = "Letters a-z, digits, dot, dash and underscore; one is made up if left out") @Nullable
            String username,

            @Schema(name = "display_name") @Nullable String displayName) {}

    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "Registered")
    record Registered(String message, AccountBody user) {

        private UserId owner() {
            return new UserId(user.id());
        }
    }
}
