package dev.beranda.adapter.web.user;

import dev.beranda.domain.user.Avatar;
import org.jspecify.annotations.Nullable;

/// Where pictures are.
public final class AvatarLinks {

    static final String PLACE = "/api/avatars";

    private static final int USUAL_WIDTH = 256;

    private AvatarLinks() {}

    public static @Nullable String of(Avatar avatar) {
        return avatar.isNone() ? null : PLACE + "/" + avatar.value() + "/" + USUAL_WIDTH;
    }
}
