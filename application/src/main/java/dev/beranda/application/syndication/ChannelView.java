package dev.beranda.application.syndication;

import dev.beranda.application.post.AuthorView;
import dev.beranda.application.post.LabelView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Posts in the order they were given out, and what they have in common.
///
/// @param tag by the slug it has now
/// @param items the newest first
public record ChannelView(
        @Nullable LabelView tag,
        @Nullable LabelView category,
        @Nullable AuthorView author,
        List<ItemView> items) {

    public ChannelView {
        items = List.copyOf(items);
    }

    /// When what is shown last became different, as far as that can be told from what is shown.
    public Optional<Instant> changedAt() {
        return items.stream().map(ItemView::changedAt).max(Comparator.naturalOrder());
    }
}
