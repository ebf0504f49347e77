package dev.beranda.adapter.web.security;

import dev.beranda.domain.session.Access;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/// Rooms behind the gate, each with another word on its door, and one with none.
@Controller("/api/rooms")
@Requires(property = "rooms")
class Rooms {

    @Get("/hall")
    @Secured(SecurityRule.IS_ANONYMOUS)
    String hall() {
        return "hall";
    }

    @Get("/parlour")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    String parlour(Access caller) {
        return "parlour of " + caller.bearer().role().word();
    }

    @Get("/office")
    @Secured({"editor", "admin"})
    String office() {
        return "office";
    }

    @Get("/vault")
    @Secured(SecurityRule.DENY_ALL)
    String vault() {
        return "vault";
    }

    @Get("/unmarked")
    String unmarked() {
        return "unmarked";
    }
}
