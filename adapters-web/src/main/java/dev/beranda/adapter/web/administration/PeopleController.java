package dev.beranda.adapter.web.administration;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.http.ClientAddresses;
import dev.beranda.adapter.web.http.EntityTags;
import dev.beranda.adapter.web.http.RequestIds;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsAdministrator;
import dev.beranda.adapter.web.openapi.ReadsBody;
import dev.beranda.adapter.web.openapi.ReadsQuery;
import dev.beranda.adapter.web.paging.Paging;
import dev.beranda.adapter.web.paging.Turns;
import dev.beranda.adapter.web.privacy.LeavingBody;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.application.administration.CallErasureOff;
import dev.beranda.application.administration.ChangeAuthority;
import dev.beranda.application.administration.ListPeople;
import dev.beranda.application.administration.LogPersonOut;
import dev.beranda.application.administration.OrderErasure;
import dev.beranda.application.administration.OrderPasswordReset;
import dev.beranda.application.administration.PeopleReader.Which;
import dev.beranda.application.administration.PersonOrder;
import dev.beranda.application.administration.PersonView;
import dev.beranda.application.administration.RemoveSecondFactor;
import dev.beranda.application.administration.ShowPerson;
import dev.beranda.application.shared.Page;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.SearchText;
import dev.beranda.domain.user.Actor;
import dev.beranda.domain.user.UserId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Controller("/api/admin/users")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("admin")
@Tag(name = "Administration")
final class PeopleController {

    private final ListPeople listPeople;
    private final ShowPerson showPerson;
    private final ChangeAuthority changeAuthority;
    private final OrderPasswordReset orderPasswordReset;
    private final LogPersonOut logPersonOut;
    private final RemoveSecondFactor removeSecondFactor;
    private final OrderErasure orderErasure;
    private final CallErasureOff callErasureOff;
    private final Paging paging;
    private final ClientAddresses addresses;

    PeopleController(
            ListPeople listPeople,
            ShowPerson showPerson,
            ChangeAuthority changeAuthority,
            OrderPasswordReset orderPasswordReset,
            LogPersonOut logPersonOut,
            RemoveSecondFactor removeSecondFactor,
            OrderErasure orderErasure,
            CallErasureOff callErasureOff,
            Paging paging,
            ClientAddresses addresses) {
        this.listPeople = listPeople;
        this.showPerson = showPerson;
        this.changeAuthority = changeAuthority;
        this.orderPasswordReset = orderPasswordReset;
        this.logPersonOut = logPersonOut;
        this.removeSecondFactor = removeSecondFactor;
        this.orderErasure = orderErasure;
        this.callErasureOff = callErasureOff;
        this.paging = paging;
        this.addresses = addresses;
    }

    @Get
    @Operation(operationId = "listPeople", summary = "List everybody with an account, the newest first")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "A part of the user name, the address or the display name",
            schema = @Schema(type = "string", maxLength = 100))
    @Parameter(
            name = "role",
            in = ParameterIn.QUERY,
            description = "Only these",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"reader", "author", "editor", "admin"}))
    @Parameter(
            name = "disabled",
            in = ParameterIn.QUERY,
            description = "Only those who are shut out, or only the others",
            schema = @Schema(type = "boolean"))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description =
                    "`created_at`, `username` or `email`; with `-` before it, the other way round. `registered_at` is"
                            + " another word for `created_at`",
            schema = @Schema(type = "string", defaultValue = "-created_at"))
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = "Link", description = "The next page", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = Listing.class)))
    @ReadsQuery
    @NeedsAdministrator
    @CanBeBusy
    HttpResponse<Listing> list(HttpRequest<?> request) {
        Fields query = Paging.query(request, "q", "role", "disabled", "sort");
        var search = query.optional("q", SearchText::parse);
        var role = query.optional("role", Role::parse);
        var disabled = query.optional("disabled", Query::flag);
        var order = Paging.order(query, PersonOrder::parse, PersonOrder.USUAL);
        var page = paging.asked(request, query);
        var which = new Which(search.orNull(), role.orNull(), disabled.orNull());
        return paging.answer(request, listPeople.list(new ListPeople.Query(which, order, page)), Listing::of);
    }

    @Get("/{id}")
    @Operation(operationId = "showPerson", summary = "Show somebody's account")
    @ApiResponse(
            responseCode = "200",
            description = "The account",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = PersonBody.class)))
    @ApiResponse(responseCode = "304", description = "Still the version named in If-None-Match")
    @ApiResponse(
            responseCode = "404",
            description = "Nobody has this id: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsAdministrator
    @CanBeBusy
    HttpResponse<?> show(
            HttpRequest<?> request,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String id) {
        PersonView person = showPerson.show(new ShowPerson.Query(user(id))).orElseThrow(PeopleController::nobody);
        if (EntityTags.isKnown(request, person.version())) {
            return HttpResponse.notModified().header(HttpHeaders.ETAG, EntityTags.of(person.version()));
        }
        return answer(person);
    }

    @Patch("/{id}")
    @Operation(
            operationId = "changeAuthority",
            summary = "Change what somebody may do, or shut them out",
            description = "What is left out stays as it is. Their access tokens are worth nothing from then on.")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag that was seen",
            schema = @Schema(type = "string"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AuthorityRequest.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The account as it is now",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = PersonBody.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Nobody has this id: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Nobody would be left who may administer (`last_admin`), or a race was lost (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "If-Match no longer holds: `stale`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsAdministrator
    @ReadsBody
    @CanBeBusy
    HttpResponse<?> change(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String id,
            @Body Fields fields) {
        fields.allowing("role", "disabled");
        var role = fields.optional("role", Role::parse);
        var disabled = fields.optionalFlag("disabled");
        fields.refuseIfFlawed();
        var outcome = changeAuthority.change(new ChangeAuthority.Command(
                actor(caller),
                origin(request),
                user(id),
                EntityTags.wanted(request),
                role.orNull(),
                disabled.orNull()));
        return switch (outcome) {
            case ChangeAuthority.Outcome.Done(var user) -> answer(PersonView.of(user));
            case ChangeAuthority.Outcome.NoSuchUser() -> throw nobody();
            case ChangeAuthority.Outcome.NotAllowed() -> throw forbidden();
            case ChangeAuthority.Outcome.Stale() -> throw Refusal.of(HttpStatus.PRECONDITION_FAILED, "stale");
            case ChangeAuthority.Outcome.LastAdministrator() -> throw Refusal.of(HttpStatus.CONFLICT, "last_admin");
        };
    }

    @Post("/{id}/password-reset")
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "orderPasswordReset",
            summary = "Have somebody choose a new password",
            description = "They are logged out everywhere and sent the letter for it.")
    @ApiResponse(responseCode = "202", description = "The letter is on its way")
    @ApiResponse(
            responseCode = "404",
            description = "Nobody has this id: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "A race was lost too often: `conflict`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsAdministrator
    @CanBeBusy
    void orderPasswordReset(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String id) {
        var command = new OrderPasswordReset.Command(actor(caller), origin(request), user(id));
        switch (orderPasswordReset.order(command)) {
            case OrderPasswordReset.Outcome.Ordered() -> {}
            case OrderPasswordReset.Outcome.NoSuchUser() -> throw nobody();
            case OrderPasswordReset.Outcome.NotAllowed() -> throw forbidden();
        }
    }

    @Delete("/{id}/sessions")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "logPersonOut", summary = "Log somebody out of every device")
    @ApiResponse(responseCode = "204", description = "Done")
    @ApiResponse(
            responseCode = "404",
            description = "Nobody has this id: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "A race was lost too often: `conflict`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsAdministrator
    @CanBeBusy
    void logOut(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String id) {
        switch (logPersonOut.logOut(new LogPersonOut.Command(actor(caller), origin(request), user(id)))) {
            case LogPersonOut.Outcome.Done _ -> {}
            case LogPersonOut.Outcome.NoSuchUser() -> throw nobody();
            case LogPersonOut.Outcome.NotAllowed() -> throw forbidden();
        }
    }

    @Delete("/{id}")
    @Operation(
            operationId = "orderErasure",
            summary = "Have somebody forgotten",
            description =
                    "They are logged out everywhere and cannot log in. Until the time to think better of it is over,"
                            + " they may keep their account by the letter they are sent, unless they are shut out as well.")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag that was seen",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "202",
            description = "The account is going to be erased",
            content = @Content(schema = @Schema(implementation = LeavingBody.class)))
    @ApiResponse(responseCode = "204", description = "The account is erased")
    @ApiResponse(
            responseCode = "404",
            description = "Nobody has this id: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Nobody would be left who may administer (`last_admin`), or a race was lost (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "412",
            description = "If-Match no longer holds: `stale`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsAdministrator
    @CanBeBusy
    HttpResponse<?> erase(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String id) {
        var command = new OrderErasure.Command(actor(caller), origin(request), user(id), EntityTags.wanted(request));
        return switch (orderErasure.order(command)) {
            case OrderErasure.Outcome.Leaving(var end) ->
                HttpResponse.accepted().body(new LeavingBody(end));
            case OrderErasure.Outcome.Forgotten() -> HttpResponse.noContent();
            case OrderErasure.Outcome.NoSuchUser() -> throw nobody();
            case OrderErasure.Outcome.NotAllowed() -> throw forbidden();
            case OrderErasure.Outcome.Stale() -> throw Refusal.of(HttpStatus.PRECONDITION_FAILED, "stale");
            case OrderErasure.Outcome.LastAdministrator() -> throw Refusal.of(HttpStatus.CONFLICT, "last_admin");
        };
    }

    @Delete("/{id}/erasure")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "callErasureOff", summary = "Keep somebody who was to be forgotten")
    @ApiResponse(responseCode = "204", description = "They are not going to be forgotten")
    @ApiResponse(
            responseCode = "404",
            description = "Nobody has this id: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "A race was lost too often: `conflict`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsAdministrator
    @CanBeBusy
    void callErasureOff(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String id) {
        switch (callErasureOff.callOff(new CallErasureOff.Command(actor(caller), origin(request), user(id)))) {
            case CallErasureOff.Outcome.Done() -> {}
            case CallErasureOff.Outcome.NoSuchUser() -> throw nobody();
            case CallErasureOff.Outcome.NotAllowed() -> throw forbidden();
        }
    }

    @Delete("/{id}/mfa")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "removeSecondFactor",
            summary = "Take the second factor from somebody who has lost it",
            description = "They are logged out everywhere, and a letter tells them. Nobody does so to themselves.")
    @ApiResponse(responseCode = "204", description = "It is off")
    @ApiResponse(
            responseCode = "404",
            description = "Nobody has this id: `not_found`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "409",
            description = "They have none (`mfa_not_on`), or a race was lost too often (`conflict`)",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsAdministrator
    @CanBeBusy
    void removeSecondFactor(
            HttpRequest<?> request,
            @Parameter(hidden = true) Access caller,
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) String id) {
        switch (removeSecondFactor.remove(new RemoveSecondFactor.Command(actor(caller), origin(request), user(id)))) {
            case RemoveSecondFactor.Outcome.Removed() -> {}
            case RemoveSecondFactor.Outcome.NotOn() -> throw Refusal.of(HttpStatus.CONFLICT, "mfa_not_on");
            case RemoveSecondFactor.Outcome.NoSuchUser() -> throw nobody();
            case RemoveSecondFactor.Outcome.NotAllowed() -> throw forbidden();
        }
    }

    private static HttpResponse<PersonBody> answer(PersonView person) {
        return HttpResponse.ok(PersonBody.of(person)).header(HttpHeaders.ETAG, EntityTags.of(person.version()));
    }

    private static Actor actor(Access caller) {
        return new Actor(caller.bearer().user(), caller.bearer().role());
    }

    private Origin origin(HttpRequest<?> request) {
        return new Origin(addresses.of(request), RequestIds.of(request));
    }

    private static UserId user(String id) {
        return Query.id(id).map(UserId::new).orElseThrow(PeopleController::nobody);
    }

    private static Refusal nobody() {
        return Refusal.of(HttpStatus.NOT_FOUND, "not_found");
    }

    private static Refusal forbidden() {
        return Refusal.of(HttpStatus.FORBIDDEN, "forbidden");
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "PersonList")
    record Listing(
            List<PersonBody> items,
            @Nullable String nextCursor,
            @Nullable String prevCursor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With `count=true`") @Nullable
            Long total) {

        static Listing of(Page<PersonView> page, Turns turns) {
            return new Listing(page.map(PersonBody::of).items(), turns.next(), turns.previous(), page.total());
        }
    }

    @Schema(name = "ChangeAuthority")
    record AuthorityRequest(
            @Schema(allowableValues = {"reader", "author", "editor", "admin"}) @Nullable
            String role,

            @Nullable Boolean disabled) {}
}
