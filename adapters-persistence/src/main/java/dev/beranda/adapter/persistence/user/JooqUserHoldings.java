package dev.beranda.adapter.persistence.user;

import static dev.beranda.adapter.persistence.jooq.Tables.APPLICANT;
import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static dev.beranda.adapter.persistence.jooq.Tables.AVATAR_PICTURE;

import dev.beranda.adapter.persistence.privacy.Holding;
import dev.beranda.adapter.persistence.privacy.Holdings;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Record;

@Singleton
final class JooqUserHoldings implements Holdings {

    @Override
    public String word() {
        return "user";
    }

    @Override
    public List<Holding> all() {
        return List.of(
                Holding.of(APP_USER, "account", APP_USER.ID::eq)
                        .telling(
                                APP_USER.ID,
                                APP_USER.EMAIL,
                                APP_USER.EMAIL_VERIFIED,
                                APP_USER.USERNAME,
                                APP_USER.DISPLAY_NAME,
                                APP_USER.BIO,
                                APP_USER.WEBSITE,
                                APP_USER.LOCATION,
                                APP_USER.LANGUAGE,
                                APP_USER.TIME_ZONE,
                                APP_USER.SIGN_IN_ALERTS,
                                APP_USER.AVATAR,
                                APP_USER.ROLE,
                                APP_USER.DISABLED,
                                APP_USER.LEAVES_AT,
                                APP_USER.REGISTERED_AT,
                                APP_USER.AUTHORITY_CHANGED_AT)
                        .withholding("the user name again", APP_USER.USERNAME_KEY)
                        .withholding("counts saves, for ourselves", APP_USER.VERSION, APP_USER.AUTHORITY)
                        .going(),
                Holding.of(AVATAR_PICTURE, "avatars", AVATAR_PICTURE.USER_ID::eq)
                        .telling(AVATAR_PICTURE.AVATAR, AVATAR_PICTURE.WIDTH, AVATAR_PICTURE.FORMAT)
                        .enclosing(AVATAR_PICTURE.CONTENT, JooqUserHoldings::file)
                        .withholding("whose export it is", AVATAR_PICTURE.USER_ID)
                        .going(),
                Holding.ofNobody(APPLICANT, "who wants an account and has none; forgotten after a day")
                        .namingOthers("an account to be", APPLICANT.ID));
    }

    private static String file(Record row) {
        return "avatar-" + row.get(AVATAR_PICTURE.WIDTH) + '.' + row.get(AVATAR_PICTURE.FORMAT);
    }
}
