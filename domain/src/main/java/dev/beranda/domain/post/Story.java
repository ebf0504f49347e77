package dev.beranda.domain.post;

import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.Prose;

/// What an author writes, and what is kept of every version.
public record Story(Title title, Markdown body, Excerpt excerpt) {

    private static final int OPENING = 200;

    /// What is read before the post is opened.
    ///
    /// @param prose of the body
    public String teaser(Prose prose) {
        return excerpt.isNone() ? prose.opening(OPENING) : excerpt.value();
    }
}
