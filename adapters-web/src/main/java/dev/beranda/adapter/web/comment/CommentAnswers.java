package dev.beranda.adapter.web.comment;

import dev.beranda.adapter.web.http.ClientAddresses;
import dev.beranda.adapter.web.http.Representation;
import dev.beranda.adapter.web.http.Representations;
import dev.beranda.adapter.web.http.RequestIds;
import dev.beranda.adapter.web.input.Query;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.adapter.web.security.Caller;
import dev.beranda.application.comment.CommentView;
import dev.beranda.application.post.Audience;
import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.Participant;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.post.Writer;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.shared.Parsed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/// What the doors to comments have in common.
@Singleton
final class CommentAnswers {

    private final Representations representations;
    private final ClientAddresses addresses;

    CommentAnswers(Representations representations, ClientAddresses addresses) {
        this.representations = representations;
        this.addresses = addresses;
    }

    Representation of(CommentView comment) {
        return representations.of(comment.version(), CommentBody.of(comment));
    }

    /// What a discussion tells of. An empty one does not know of which post it is.
    static Stream<Subject> subjects(List<CommentView> comments) {
        return comments.isEmpty()
                ? Stream.of(Subject.THREADS, Subject.POSTS)
                : comments.stream().flatMap(CommentAnswers::subjects).distinct();
    }

    private static Stream<Subject> subjects(CommentView comment) {
        return Stream.concat(
                Stream.of(Subject.thread(comment.post()), Subject.post(comment.post())),
                Stream.ofNullable(comment.author()).map(author -> Subject.person(author.id())));
    }

    Origin origin(HttpRequest<?> request) {
        return new Origin(addresses.of(request), RequestIds.of(request));
    }

    static Participant participant(Access caller) {
        return new Participant(caller.bearer().user(), caller.bearer().role());
    }

    static Audience audience(HttpRequest<?> request) {
        return Caller.ofAnybody(request)
                .<Audience>map(caller -> new Audience.One(
                        new Writer(caller.bearer().user(), caller.bearer().role())))
                .orElseGet(Audience.Everybody::new);
    }

    static CommentId id(String raw) {
        return Query.id(raw).map(CommentId::new).orElseThrow(CommentAnswers::notFound);
    }

    static Parsed<CommentId> parent(String raw) {
        return Query.id(raw)
                .map(id -> Parsed.of(new CommentId(id)))
                .orElseGet(() -> Parsed.flawed(new Flaw("comment_unknown")));
    }

    static Parsed<Markdown> text(String raw) {
        return Markdown.parse(raw, Markdown.Kind.REMARK);
    }

    static Refusal notFound() {
        return Refusal.of(HttpStatus.NOT_FOUND, "not_found");
    }

    static Refusal forbidden() {
        return Refusal.of(HttpStatus.FORBIDDEN, "forbidden");
    }

    static Refusal stale() {
        return Refusal.of(HttpStatus.PRECONDITION_FAILED, "stale");
    }

    static Refusal whichWords() {
        return Refusal.of(HttpStatus.PRECONDITION_REQUIRED, "version_required");
    }

    static Refusal conflict(String code) {
        return Refusal.of(HttpStatus.CONFLICT, code);
    }

    static Refusal tooTangled() {
        return invalid("body_markdown", "markup_too_complex");
    }

    static Refusal noSuchParent() {
        return invalid("parent_id", "comment_unknown");
    }

    private static Refusal invalid(String field, String code) {
        return Refusal.invalid(List.of(new FieldFlaw(field, new Flaw(code))));
    }
}
