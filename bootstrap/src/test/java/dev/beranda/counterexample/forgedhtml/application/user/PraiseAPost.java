package dev.beranda.counterexample.forgedhtml.application.user;

import dev.beranda.counterexample.forgedhtml.domain.shared.SafeHtml;

public final class PraiseAPost {

    public SafeHtml praise(String title) {
        return new SafeHtml("<b>" + title + "</b>");
    }
}
