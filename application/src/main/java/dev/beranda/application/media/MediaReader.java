package dev.beranda.application.media;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/// Lists what there is to write with, the newest first.
public interface MediaReader {

    /// @param owner whose; nobody in particular for all
    Page<MediumView> list(@Nullable UserId owner, PageRequest page);
}
