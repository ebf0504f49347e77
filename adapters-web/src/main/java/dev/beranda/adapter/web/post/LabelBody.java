package dev.beranda.adapter.web.post;

import dev.beranda.application.post.LabelView;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// A tag or a category, as it stands at a post.
@Serdeable
@Schema(name = "Label")
record LabelBody(
        @Schema(example = "street-food") String slug,
        @Schema(example = "Street food") String name) {

    static LabelBody of(LabelView label) {
        return new LabelBody(label.slug().value(), label.name());
    }
}
