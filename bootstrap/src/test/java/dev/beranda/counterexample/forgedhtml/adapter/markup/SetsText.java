package dev.beranda.counterexample.forgedhtml.adapter.markup;

import dev.beranda.counterexample.forgedhtml.domain.shared.SafeHtml;

final class SetsText {

    SafeHtml set(String text) {
        return new SafeHtml(text.replace("<", "&lt;"));
    }
}
