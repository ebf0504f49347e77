package dev.beranda.domain.shared;

/// Turns Markdown into HTML that is safe to put in a page. It takes a while for a long article, so it stands outside of
/// transactions.
public interface Typesetter {

    /// All that Markdown offers, and such HTML as belongs in an article.
    Typesetting article(Markdown text);

    /// What fits under somebody else's article: no headings, no pictures, no HTML, and links that earn nothing.
    Typesetting remark(Markdown text);

    /// Letter by letter, with no mark meaning anything: what the rules no longer let through can still be read.
    Typesetting.Typeset plainly(Markdown text);

    /// What was let through once, by other rules or these, is shown: as an article, or as it was typed.
    default Typesetting.Typeset again(Markdown article) {
        return switch (article(article)) {
            case Typesetting.Typeset typeset -> typeset;
            case Typesetting.TooTangled() -> plainly(article);
        };
    }

    /// The number of the rules by which text is set now. What was set by other rules, and is kept, wants to be set
    /// anew.
    int edition();
}
