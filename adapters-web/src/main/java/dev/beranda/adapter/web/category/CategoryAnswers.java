package dev.beranda.adapter.web.category;

import dev.beranda.adapter.web.http.Representation;
import dev.beranda.adapter.web.http.Representations;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.adapter.web.problem.Refusal.FieldFlaw;
import dev.beranda.application.category.BranchView;
import dev.beranda.domain.session.Access;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Role;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;

/// What the doors to categories have in common.
@Singleton
final class CategoryAnswers {

    private final Representations representations;

    CategoryAnswers(Representations representations) {
        this.representations = representations;
    }

    Representation of(BranchView branch) {
        return representations.of(branch.category().version(), CategoryBody.of(branch));
    }

    static Role role(Access caller) {
        return caller.bearer().role();
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

    static Refusal noSuchParent() {
        return Refusal.invalid(List.of(new FieldFlaw("parent", new Flaw("category_unknown"))));
    }

    static Refusal slugTaken() {
        return conflict("slug", "slug_taken");
    }

    static Refusal tooDeep() {
        return conflict("parent", "category_too_deep");
    }

    static Refusal circle() {
        return conflict("parent", "category_circle");
    }

    private static Refusal conflict(String field, String code) {
        return Refusal.of(HttpStatus.CONFLICT, code).naming(List.of(new FieldFlaw(field, new Flaw(code))));
    }
}
