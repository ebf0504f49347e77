package dev.beranda.adapter.web.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.session.Whereabouts;
import dev.beranda.application.activity.ActivityView;
import dev.beranda.domain.session.Device;
import dev.beranda.domain.shared.Language;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the security log.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Activity")
record ActivityBody(
        UUID id,
        Instant at,

        @Schema(description = "A stable word; more of them may come", example = "session.ended")
        String kind,

        @Schema(description = "The same for people, in the language asked for")
        String message,

        @Schema(description = "The session it is about") @Nullable
        UUID sessionId,

        @Schema(description = "Why the session ended", example = "refresh_token_reused") @Nullable
        String reason,

        @Schema(description = "What the device is called, or calls itself", example = "Firefox (Linux)") @Nullable
        String device,

        @Nullable String userAgent,
        @Nullable String ip,

        @Schema(description = "Where that is, as far as it is known: two letters of ISO 3166", example = "ID") @Nullable
        String country,

        @Schema(description = "The same in the language asked for", example = "Indonesia") @Nullable
        String countryName,

        @Nullable String city,

        @Schema(description = "What was changed, as it was") @Nullable
        String from,

        @Schema(description = "The same, as it was then") @Nullable
        String to) {

    static ActivityBody of(ActivityView view, Sentences sentences, Language language) {
        Device device = view.device();
        var whereabouts = Whereabouts.of(view.place(), language);
        return new ActivityBody(
                view.id(),
                view.at(),
                view.kind(),
                sentences.about(view, language),
                view.session() == null ? null : view.session().value(),
                view.reason(),
                device == null ? null : said(device.label()),
                device == null ? null : said(device.userAgent()),
                device == null ? null : device.address().value(),
                whereabouts.country(),
                whereabouts.countryName(),
                whereabouts.city(),
                view.from(),
                view.to());
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }
}
