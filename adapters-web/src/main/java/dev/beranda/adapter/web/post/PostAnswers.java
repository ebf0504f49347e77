package dev.beranda.adapter.web.post;

import dev.beranda.adapter.web.http.ClientAddresses;
import dev.beranda.adapter.web.http.Representation;
import dev.beranda.adapter.web.http.Representations;
import dev.beranda.adapter.web.http.RequestIds;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.adapter.web.security.Caller;
import dev.beranda.application.post.Audience;
import dev.beranda.application.post.PostCardView;
import dev.beranda.application.post.PostView;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Writer;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Origin;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/// What the doors to posts have in common.
@Singleton
final class PostAnswers {

    private final Representations representations;
    private final ClientAddresses addresses;

    PostAnswers(Representations representations, ClientAddresses addresses) {
        this.representations = representations;
        this.addresses = addresses;
    }

    Representation of(PostView post) {
        return representations.of(post.card().version(), PostBody.of(post));
    }

    /// What a list of posts tells of.
    static Stream<Subject> subjects(Stream<PostCardView> posts) {
        return Stream.concat(Stream.of(Subject.POSTS, Subject.LABELS), posts.flatMap(PostAnswers::author));
    }

    /// What a post tells of.
    static Stream<Subject> subjects(PostView post) {
        return Stream.concat(Stream.of(Subject.post(post.card().id()), Subject.LABELS), author(post.card()));
    }

    private static Stream<Subject> author(PostCardView post) {
        return Stream.ofNullable(post.author()).map(author -> Subject.person(author.id()));
    }

    Origin origin(HttpRequest<?> request) {
        return new Origin(addresses.of(request), RequestIds.of(request));
    }

    static PostKey key(String raw) {
        return PostKey.of(raw).orElseThrow(PostAnswers::notFound);
    }

    static Writer writer(Access caller) {
        return new Writer(caller.bearer().user(), caller.bearer().role());
    }

    static Audience audience(HttpRequest<?> request) {
        return Caller.ofAnybody(request)
                .<Audience>map(caller -> new Audience.One(writer(caller)))
                .orElseGet(Audience.Everybody::new);
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

    static Refusal inTrash() {
        return Refusal.of(HttpStatus.CONFLICT, "post_in_trash");
    }

    static Refusal slugTaken() {
        return Refusal.of(HttpStatus.CONFLICT, "slug_taken")
                .naming(List.of(new FieldFlaw("slug", new Flaw("slug_taken"))));
    }

    static Refusal noSuchCategory() {
        return invalid("category", "category_unknown");
    }

    static Refusal noSuchCover() {
        return invalid("cover_media_id", "media_unknown");
    }

    static Refusal tooTangled() {
        return invalid("body_markdown", "markup_too_complex");
    }

    private static Refusal invalid(String field, String code) {
        return Refusal.invalid(List.of(new FieldFlaw(field, new Flaw(code))));
    }
}
