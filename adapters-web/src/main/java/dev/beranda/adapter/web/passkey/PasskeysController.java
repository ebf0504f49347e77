package dev.beranda.adapter.web.passkey;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.retry.Once;
import dev.beranda.adapter.web.retry.TakesIdempotencyKey;
import dev.beranda.application.passkey.AddPasskey;
import dev.beranda.application.passkey.BeginPasskey;
import dev.beranda.application.passkey.ListPasskeys;
import dev.beranda.application.passkey.RemovePasskey;
import dev.beranda.domain.passkey.PasskeyId;
import dev.beranda.domain.passkey.PasskeyName;
import dev.beranda.domain.session.Access;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/auth/passkeys")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Passkeys")
final class PasskeysController {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeysController.class);

    private final BeginPasskey beginPasskey;
    private final AddPasskey addPasskey;
    private final ListPasskeys listPasskeys;
    private final RemovePasskey removePasskey;
    private final SiteName site;
    private final Once once;

    PasskeysController(
            BeginPasskey beginPasskey,
            AddPasskey addPasskey,
            ListPasskeys listPasskeys,
            RemovePasskey removePasskey,
            SiteName site,
            Once once) {
        this.once = once;
        this.beginPasskey = beginPasskey;
        this.addPasskey = addPasskey;
        this.listPasskeys = listPasskeys;
        this.removePasskey = removePasskey;
        this.site = site;
    }

    @Post("/register/options")
    @Operation(
            operationId = "beginPasskey",
            summary = "Begin with a new passkey",
            description = "What is answered goes to the browser: `PublicKeyCredential.parseCreationOptionsFromJSON`.")
    @ApiResponse(
            responseCode = "200",
            description = "What to ask the device",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = "object",
                                            description = "`PublicKeyCredentialCreationOptionsJSON` of WebAuthn")))
    @ApiResponse(
            responseCode = "403",
            description =
                    "Logged in more than a quarter of an hour ago (`login_too_old`); or known by cookie only, and without the"
                            + " session's CSRF token (`csrf_failed`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "There are twenty already: `too_many_passkeys`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @CanBeBusy
    CreationOptions begin(@Parameter(hidden = true) Access caller) {
        return switch (beginPasskey.begin(new BeginPasskey.Command(caller))) {
            case BeginPasskey.Outcome.Begun begun -> CreationOptions.of(begun, site.value());
            case BeginPasskey.Outcome.LoggedInLongAgo() -> throw loggedInLongAgo();
            case BeginPasskey.Outcome.TooMany() -> throw Refusal.of(HttpStatus.CONFLICT, "too_many_passkeys");
        };
    }

    @Post("/register")
    @Operation(
            operationId = "addPasskey",
            summary = "Keep the passkey that the device has made",
            description = "What the browser's `credential.toJSON()` gives, and what to call it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = "object",
                                            description =
                                                    "`RegistrationResponseJSON` of WebAuthn; and, if it is to have one, its `name`")))
    @ApiResponse(
            responseCode = "201",
            description = "It is kept",
            content = @Content(schema = @Schema(implementation = PasskeyBody.class)))
    @ApiResponse(
            responseCode = "400",
            description = "Does not fit what was asked (`passkey_not_added`), or cannot be understood",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @ReadsBody
    @CanBeBusy
    @TakesIdempotencyKey
    HttpResponse<?> add(HttpRequest<?> request, @Parameter(hidden = true) Access caller, @Body Fields fields) {
        return once.answer(request, () -> HttpResponse.created(add(caller, fields)));
    }

    private PasskeyBody add(Access caller, Fields fields) {
        var name = BrowserAnswer.allowing(fields, "name").optional("name", PasskeyName::parse);
        var answer = BrowserAnswer.made(fields);
        var chosen = name.isPresent() ? name.value() : PasskeyName.USUAL;
        return switch (addPasskey.add(new AddPasskey.Command(caller, answer, chosen))) {
            case AddPasskey.Outcome.Added(var passkey) -> {
                LOG.atInfo()
                        .addKeyValue("user", caller.bearer().user())
                        .addKeyValue("passkey", passkey.id())
                        .log("Somebody added a passkey");
                yield PasskeyBody.of(passkey);
            }
            case AddPasskey.Outcome.NotGood() -> throw Refusal.of(HttpStatus.BAD_REQUEST, "passkey_not_added");
        };
    }

    @Get
    @Operation(operationId = "listPasskeys", summary = "List one's passkeys, the oldest first")
    @ApiResponse(
            responseCode = "200",
            description = "All of them; there is no further page",
            content = @Content(schema = @Schema(implementation = Listing.class)))
    @NeedsToken
    @CanBeBusy
    Listing list(@Parameter(hidden = true) Access caller) {
        return new Listing(
                listPasskeys.list(new ListPasskeys.Query(caller)).stream()
                        .map(PasskeyBody::of)
                        .toList(),
                null);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removePasskey", summary = "Remove a passkey; every other session ends")
    @ApiResponse(responseCode = "204", description = "Done")
    @ApiResponse(
            responseCode = "403",
            description =
                    "Logged in more than a quarter of an hour ago (`login_too_old`); or known by cookie only, and without the"
                            + " session's CSRF token (`csrf_failed`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "404",
            description = "No such passkey of one's own: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Nobody could come in any more (`last_way_in`), or a race was lost too often (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @CanBeBusy
    void remove(
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String id) {
        var passkey = Query.id(id).map(PasskeyId::new).orElseThrow(PasskeysController::noSuchPasskey);
        switch (removePasskey.remove(new RemovePasskey.Command(caller, passkey))) {
            case RemovePasskey.Outcome.Removed() ->
                LOG.atInfo()
                        .addKeyValue("user", caller.bearer().user())
                        .addKeyValue("passkey", passkey)
                        .log("Somebody removed a passkey");
            case RemovePasskey.Outcome.NoSuchPasskey() -> throw noSuchPasskey();
            case RemovePasskey.Outcome.LastWayIn() -> throw Refusal.of(HttpStatus.CONFLICT, "last_way_in");
            case RemovePasskey.Outcome.LoggedInLongAgo() -> throw loggedInLongAgo();
        }
    }

    private static Refusal noSuchPasskey() {
        return Refusal.of(HttpStatus.NOT_FOUND, "not_found");
    }

    private static Refusal loggedInLongAgo() {
        return Refusal.of(HttpStatus.FORBIDDEN, "login_too_old");
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Serdeable(naming = SnakeCaseStrategy.class)
    @Schema(name = "PasskeyList")
    record Listing(List<PasskeyBody> items, @Nullable String nextCursor) {}
}
