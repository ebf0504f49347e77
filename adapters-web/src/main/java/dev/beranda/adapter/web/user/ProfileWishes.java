package dev.beranda.adapter.web.user;

import dev.beranda.adapter.web.input.Fields;
import dev.beranda.application.user.EditProfile.Wishes;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.user.Bio;
import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.Location;
import dev.beranda.domain.user.TimeZones;
import dev.beranda.domain.user.Website;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads out of a request what somebody wants to tell about themselves.
final class ProfileWishes {

    private ProfileWishes() {}

    static Wishes in(Fields fields) {
        fields.allowing("display_name", "bio", "website", "location", "locale", "time_zone");
        var displayName = fields.optional("display_name", DisplayName::parse);
        var bio = clearable(fields, "bio", Bio::parse, Bio.NONE);
        var website = clearable(fields, "website", Website::parse, Website.NONE);
        var location = clearable(fields, "location", Location::parse, Location.NONE);
        var language = fields.optional("locale", Language::parse);
        var timeZone = fields.optional("time_zone", TimeZones::parse);
        fields.refuseIfFlawed();
        return new Wishes(displayName.orNull(), bio, website, location, language.orNull(), timeZone.orNull(), null);
    }

    /// How somebody likes to be spoken to.
    static Wishes settingsIn(Fields fields) {
        fields.allowing("locale", "time_zone", "sign_in_alerts");
        var language = fields.optional("locale", Language::parse);
        var timeZone = fields.optional("time_zone", TimeZones::parse);
        var signInAlerts = fields.optionalFlag("sign_in_alerts");
        fields.refuseIfFlawed();
        return new Wishes(null, null, null, null, language.orNull(), timeZone.orNull(), signInAlerts.orNull());
    }

    private static <T> @Nullable T clearable(
            Fields fields, String name, Function<String, Parsed<T>> parser, T nothing) {
        return fields.isNull(name) ? nothing : fields.optional(name, parser).orNull();
    }
}
