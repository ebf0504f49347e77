package dev.beranda.counterexample.forgedhtml.adapter.web.user;

import dev.beranda.counterexample.forgedhtml.domain.shared.SafeHtml;

final class PassesItOn {

    String pass(SafeHtml html) {
        return html.value();
    }
}
