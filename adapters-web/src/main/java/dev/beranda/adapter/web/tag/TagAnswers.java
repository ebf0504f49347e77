package dev.beranda.adapter.web.tag;

import dev.beranda.adapter.web.http.Representation;
import dev.beranda.adapter.web.http.Representations;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.adapter.web.security.Caller;
import dev.beranda.application.tag.TagView;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Role;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the doors to tags have in common.
@Singleton
final class TagAnswers {

    private final Representations representations;

    TagAnswers(Representations representations) {
        this.representations = representations;
    }

    Representation of(TagView tag) {
        return representations.of(tag.version(), TagBody.of(tag));
    }

    static Role role(Access caller) {
        return caller.bearer().role();
    }

    /// Nothing for somebody nobody knows.
    static @Nullable Role role(HttpRequest<?> request) {
        return Caller.ofAnybody(request).map(TagAnswers::role).orElse(null);
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

    static Refusal exists() {
        return Refusal.of(HttpStatus.CONFLICT, "tag_exists")
                .naming(List.of(new FieldFlaw("name", new Flaw("tag_exists"))));
    }

    static Refusal slugTaken() {
        return Refusal.of(HttpStatus.CONFLICT, "slug_taken")
                .naming(List.of(new FieldFlaw("slug", new Flaw("slug_taken"))));
    }
}
