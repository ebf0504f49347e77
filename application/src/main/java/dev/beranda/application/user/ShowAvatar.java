package dev.beranda.application.user;

import dev.beranda.domain.user.Avatar;
import dev.beranda.domain.user.Avatars;
import dev.beranda.domain.user.Picture;
import java.util.Optional;

/// Show anybody the picture a person shows of themselves.
public final class ShowAvatar {

    public record Query(Avatar avatar, int width) {}

    private final Avatars avatars;

    public ShowAvatar(Avatars avatars) {
        this.avatars = avatars;
    }

    public Optional<Picture> show(Query query) {
        return avatars.find(query.avatar(), query.width());
    }
}
