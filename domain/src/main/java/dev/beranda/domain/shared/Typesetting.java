package dev.beranda.domain.shared;

import java.util.List;

/// What came of setting a text.
public sealed interface Typesetting {

    /// @param outline the headings in their order; a remark has none
    record Typeset(SafeHtml html, Prose prose, List<Heading> outline) implements Typesetting {

        public Typeset {
            outline = List.copyOf(outline);
        }
    }

    /// So interwoven that setting it would take more time or room than any text that is meant to be read.
    record TooTangled() implements Typesetting {}
}
