package dev.beranda.adapter.web.letter;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;

/// The pages that links in letters lead to. To open one does nothing, so programs that follow links do no harm: the
/// token stands behind the `#`, where no server sees it, and the page sends it when somebody presses the button.
@Controller("/links")
@Hidden
@Secured(SecurityRule.IS_ANONYMOUS)
final class LinkController {

    @Get("/{purpose:confirm-email|reset-password|log-in|change-email|undo-email-change|refuse-stranger|keep-account}")
    HttpResponse<?> page(String purpose) {
        return Pages.LINK.answer();
    }

    @Get("/link.js")
    HttpResponse<?> script() {
        return Pages.LINK_SCRIPT.answer();
    }

    @Get("/link.css")
    HttpResponse<?> style() {
        return Pages.STYLE.answer();
    }
}
