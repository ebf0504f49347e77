package dev.beranda.adapter.web.identity;

import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.domain.identity.Provider;
import io.micronaut.http.HttpStatus;

/// Providers, as they stand in addresses.
final class Providers {

    private Providers() {}

    static Provider named(String name) {
        return Provider.named(name).orElseThrow(Providers::notKnown);
    }

    static Refusal notKnown() {
        return Refusal.of(HttpStatus.NOT_FOUND, "not_found");
    }

    static Refusal returnNotAllowed() {
        return Refusal.of(HttpStatus.BAD_REQUEST, "redirect_not_allowed");
    }
}
