package dev.beranda.application.syndication;

import dev.beranda.application.post.PostReader.Which;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.user.Username;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Show the latest posts to who has them read by a program.
public final class ShowChannel {

    /// As many as a program finds that looks once a day.
    private static final int MOST = 20;

    /// @param tag nothing for any, as with the others
    /// @param category those below it belong to it
    public record Query(
            @Nullable Slug tag,
            @Nullable Slug category,
            @Nullable Username author) {}

    private final ChannelReader channels;

    public ShowChannel(ChannelReader channels) {
        this.channels = channels;
    }

    public Optional<ChannelView> show(Query query) {
        return channels.find(new Which(query.tag(), query.category(), query.author(), null, null), MOST);
    }
}
