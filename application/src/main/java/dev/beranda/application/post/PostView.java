package dev.beranda.application.post;

import dev.beranda.domain.shared.Heading;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.SafeHtml;
import java.util.List;

/// A post with all it says.
public record PostView(
        PostCardView card, boolean hasOwnExcerpt, Markdown markdown, SafeHtml html, List<Heading> outline) {

    public PostView {
        outline = List.copyOf(outline);
    }
}
