package dev.beranda.application.exchange;

import dev.beranda.application.exchange.Parcel.Label;
import dev.beranda.domain.exchange.ForeignKey;
import dev.beranda.domain.exchange.Kind;
import dev.beranda.domain.user.Actor;
import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// One import on its way.
///
/// @param overwrite what was edited here, too
/// @param people who was found by a name already, or not
record Trip(Actor by, String source, boolean overwrite, Instant now, Map<String, Optional<UserId>> people) {

    /// As finely as it is kept. Nothing that is brought was in the future.
    Instant moment(Instant said) {
        return (said.isAfter(now) ? now : said).truncatedTo(ChronoUnit.MICROS);
    }

    ForeignKey key(Label label) {
        return new ForeignKey(source, label.kind(), label.name());
    }

    /// Of what is only named by another thing: nothing for a name that nothing can have.
    Optional<ForeignKey> key(Kind kind, String name) {
        return ForeignKey.isName(name) ? Optional.of(new ForeignKey(source, kind, name)) : Optional.empty();
    }
}
