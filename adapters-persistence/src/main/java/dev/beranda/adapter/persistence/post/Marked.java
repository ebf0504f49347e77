package dev.beranda.adapter.persistence.post;

import dev.beranda.domain.shared.SafeHtml;

/// A piece of plain text with control characters around what stands out, as HTML.
final class Marked {

    private static final String BEGIN = "\u0002";
    private static final String END = "\u0003";

    private Marked() {}

    static SafeHtml html(String text) {
        return new SafeHtml(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace(BEGIN, "<mark>")
                .replace(END, "</mark>"));
    }
}
