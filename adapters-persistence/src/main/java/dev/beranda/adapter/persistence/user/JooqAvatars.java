package dev.beranda.adapter.persistence.user;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.AVATAR_PICTURE;
import static org.jooq.Records.mapping;

import dev.beranda.domain.user.Avatar;
import dev.beranda.domain.user.Avatars;
import dev.beranda.domain.user.Picture;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;

@Singleton
final class JooqAvatars implements Avatars {

    private final DSLContext sql;

    JooqAvatars(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void keep(UserId user, Avatar avatar, List<Picture> widths) {
        drop(user);
        for (Picture picture : widths) {
            sql.insertInto(AVATAR_PICTURE)
                    .set(AVATAR_PICTURE.AVATAR, avatar)
                    .set(AVATAR_PICTURE.WIDTH, picture.width())
                    .set(AVATAR_PICTURE.USER_ID, user)
                    .set(AVATAR_PICTURE.FORMAT, picture.format().name().toLowerCase(Locale.ROOT))
                    .set(AVATAR_PICTURE.CONTENT, picture.content())
                    .execute();
        }
    }

    @Override
    public void drop(UserId user) {
        sql.deleteFrom(AVATAR_PICTURE).where(AVATAR_PICTURE.USER_ID.eq(user)).execute();
    }

    @Override
    public Optional<Picture> find(Avatar avatar, int width) {
        return sql.select(AVATAR_PICTURE.WIDTH, AVATAR_PICTURE.FORMAT, AVATAR_PICTURE.CONTENT)
                .from(AVATAR_PICTURE)
                .join(APP_USER)
                .on(APP_USER.ID.eq(AVATAR_PICTURE.USER_ID).and(APP_USER.AVATAR.eq(AVATAR_PICTURE.AVATAR)))
                .where(AVATAR_PICTURE.AVATAR.eq(avatar))
                .and(AVATAR_PICTURE.WIDTH.eq(width))
                .andNot(APP_USER.DISABLED)
                .and(APP_USER.LEAVES_AT.isNull())
                .fetchOptional(mapping((wide, format, content) ->
                        new Picture(wide, Picture.Format.valueOf(format.toUpperCase(Locale.ROOT)), content)));
    }
}
