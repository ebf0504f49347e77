package dev.beranda.adapter.web.user;

import dev.beranda.application.user.AccountView;
import dev.beranda.domain.user.TimeZones;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;

/// How somebody likes to be spoken to.
@Serdeable(naming = SnakeCaseStrategy.class)
@Schema(name = "Settings")
record SettingsBody(
        @Schema(description = "Of letters: en or id", example = "en")
        String locale,

        @Schema(example = "Asia/Jakarta") String timeZone,

        @Schema(description = "Whether a letter tells of a login from a device that was not seen before")
        boolean signInAlerts) {

    static SettingsBody of(AccountView account) {
        var profile = account.profile();
        return new SettingsBody(profile.language().tag(), TimeZones.nameOf(profile.timeZone()), profile.signInAlerts());
    }
}
