package dev.beranda.adapter.web.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.beranda.adapter.web.user.Blank;
import dev.beranda.application.comment.CaseView;
import dev.beranda.application.comment.CaseView.ComplaintView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comment as those see it who judge it.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CommentCase")
record CaseBody(
        @JsonUnwrapped CommentBody comment,
        @Schema(example = "a-walk-through-kota-tua") String postSlug,
        @Schema(example = "A walk through Kota Tua") String postTitle,

        @Nullable
        @Schema(
                allowableValues = {"newcomer", "house_rule", "suspicion", "reports"},
                description = "Why it waits, if it does")
        String heldBecause,

        @Schema(description = "How many complained since somebody last judged it")
        int reportCount,

        @Nullable @Schema(description = "When the last of them did")
        Instant reportedAt,

        @Schema(description = "What the latest ten of them said")
        List<ComplaintBody> reports) {

    static CaseBody of(CaseView one) {
        return new CaseBody(
                CommentBody.of(one.comment()),
                one.slug().value(),
                one.title().value(),
                one.because() == null ? null : one.because().word(),
                one.reports(),
                one.reports() == 0 ? null : one.reportedAt(),
                one.complaints().stream().map(ComplaintBody::of).toList());
    }

    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CommentComplaint")
    record ComplaintBody(
            @Schema(allowableValues = {"spam", "abuse", "illegal", "off_topic", "other"})
            String reason,

            @Nullable String note) {

        static ComplaintBody of(ComplaintView complaint) {
            return new ComplaintBody(complaint.reason().word(), Blank.asNull(complaint.note()));
        }
    }
}
