package dev.beranda.application.post;

import dev.beranda.domain.shared.SafeHtml;

/// A post that was found, with the place in its text where what was looked for stands out.
public record FoundPostView(PostCardView card, SafeHtml highlight) {}
