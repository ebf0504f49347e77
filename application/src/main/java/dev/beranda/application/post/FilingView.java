package dev.beranda.application.post;

import dev.beranda.domain.media.MediaId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a version of a post was filed, in the names there were then: what they named may be gone.
///
/// @param tags in the author's order
/// @param category nothing for none
/// @param cover nothing for none
public record FilingView(
        List<String> tags,
        @Nullable String category,
        @Nullable MediaId cover) {

    public FilingView {
        tags = List.copyOf(tags);
    }
}
