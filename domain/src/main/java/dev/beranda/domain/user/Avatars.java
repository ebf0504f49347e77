package dev.beranda.domain.user;

import java.util.List;
import java.util.Optional;

/// The pictures people show of themselves.
public interface Avatars {

    /// Keeps one picture in several widths, in place of whatever this person showed before.
    void keep(UserId user, Avatar avatar, List<Picture> widths);

    /// Keeps none of this person any more.
    void drop(UserId user);

    /// Of somebody who shows it now, and is neither shut out nor leaving.
    Optional<Picture> find(Avatar avatar, int width);
}
