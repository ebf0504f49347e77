package dev.beranda.adapter.web.readership;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.openapi.CanBeBusy;
import dev.beranda.adapter.web.openapi.NeedsToken;
import dev.beranda.adapter.web.openapi.ReadsQuery;
import dev.beranda.adapter.web.paging.Paging;
import dev.beranda.adapter.web.post.PostList;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.application.readership.ListBookmarks;
import dev.beranda.application.readership.ListFollowed;
import dev.beranda.application.readership.ReadFeed;
import dev.beranda.application.readership.TellMarks;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.user.Username;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there is to read for one alone, and what one made of it.
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Reading")
final class ReadingController {

    /// As many as the longest list has.
    private static final int MOST = 100;

    private final ReadFeed readFeed;
    private final ListBookmarks listBookmarks;
    private final ListFollowed listFollowed;
    private final TellMarks tellMarks;
    private final Paging paging;

    ReadingController(
            ReadFeed readFeed,
            ListBookmarks listBookmarks,
            ListFollowed listFollowed,
            TellMarks tellMarks,
            Paging paging) {
        this.readFeed = readFeed;
        this.listBookmarks = listBookmarks;
        this.listFollowed = listFollowed;
        this.tellMarks = tellMarks;
        this.paging = paging;
    }

    @Get("/feed")
    @Operation(operationId = "readFeed", summary = "Posts by those one follows, the newest first")
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = "Link", description = "The next page", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = PostList.class)))
    @ReadsQuery
    @NeedsToken
    @CanBeBusy
    HttpResponse<PostList> feed(HttpRequest<?> request, @Parameter(hidden = true) Access caller) {
        Fields query = Paging.query(request);
        var asked = new ReadFeed.Query(caller.bearer().user(), paging.asked(request, query));
        return paging.answer(request, readFeed.read(asked), PostList::of);
    }

    @Get("/me/bookmarks")
    @Operation(
            operationId = "listBookmarks",
            summary = "Posts one keeps for later, the last kept first",
            description = "What cannot be read any more is left out, and is there again when it can.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = "Link", description = "The next page", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = PostList.class)))
    @ReadsQuery
    @NeedsToken
    @CanBeBusy
    HttpResponse<PostList> bookmarks(HttpRequest<?> request, @Parameter(hidden = true) Access caller) {
        Fields query = Paging.query(request);
        var asked = new ListBookmarks.Query(caller.bearer().user(), paging.asked(request, query));
        return paging.answer(request, listBookmarks.list(asked), PostList::of);
    }

    @Get("/me/following")
    @Operation(operationId = "listFollowing", summary = "Whom one follows, the last followed first")
    @ApiResponse(
            responseCode = "200",
            description = "A page of them",
            headers = @Header(name = "Link", description = "The next page", schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = FollowedList.class)))
    @ReadsQuery
    @NeedsToken
    @CanBeBusy
    HttpResponse<FollowedList> following(HttpRequest<?> request, @Parameter(hidden = true) Access caller) {
        Fields query = Paging.query(request);
        var asked = new ListFollowed.Query(caller.bearer().user(), paging.asked(request, query));
        return paging.answer(request, listFollowed.list(asked), FollowedList::of);
    }

    @Get("/me/marks")
    @Operation(
            operationId = "tellMarks",
            summary = "Which of some posts one likes and keeps, and which of some people one follows",
            description = "Posts and lists say the same to everybody, so that they can be kept and served by whoever"
                    + " stands between; this says what is one's own about all on a page at once.")
    @Parameter(
            name = "posts",
            in = ParameterIn.QUERY,
            description = "Ids, with commas between them, 100 at most",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "people",
            in = ParameterIn.QUERY,
            description = "User names, with commas between them, 100 at most",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            description = "Those of them",
            content = @Content(schema = @Schema(implementation = MarksBody.class)))
    @ApiResponse(
            responseCode = "400",
            description = "A parameter that is not known here: `unknown_field`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @ApiResponse(
            responseCode = "422",
            description = "No ids, no names, or too many: `validation_failed`",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @NeedsToken
    @CanBeBusy
    MarksBody marks(HttpRequest<?> request, @Parameter(hidden = true) Access caller) {
        Fields query = Query.of(request).allowing("posts", "people");
        var posts = query.optional("posts", raw -> Query.several(raw, MOST, ReadingController::post));
        var people = query.optional("people", raw -> Query.several(raw, MOST, Username::parse));
        query.refuseIfFlawed();
        var asked = new TellMarks.Query(caller.bearer().user(), orNone(posts.orNull()), orNone(people.orNull()));
        return MarksBody.of(tellMarks.tell(asked));
    }

    private static Parsed<PostId> post(String raw) {
        return Query.id(raw)
                .map(id -> Parsed.of(new PostId(id)))
                .orElseGet(() -> Parsed.flawed(new Flaw("id_invalid")));
    }

    private static <T> List<T> orNone(@Nullable List<T> some) {
        return some == null ? List.of() : some;
    }
}
