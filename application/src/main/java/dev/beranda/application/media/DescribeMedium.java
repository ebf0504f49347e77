package dev.beranda.application.media;

import dev.beranda.domain.media.AltText;
import dev.beranda.domain.media.Describing;
import dev.beranda.domain.media.Media;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Medium;
import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/// Say what a picture shows.
public final class DescribeMedium {

    /// @param alt nothing to let it be as it is
    public record Command(
            MediaId id, UserId by, Role role, @Nullable AltText alt, BasedOn seen) {}

    public sealed interface Outcome {

        record Described(MediumView medium) implements Outcome {}

        record NoSuchMedium() implements Outcome {}

        record NotYours() implements Outcome {}

        record Stale() implements Outcome {}
    }

    private final Media media;
    private final Transactions transactions;

    public DescribeMedium(Media media, Transactions transactions) {
        this.media = media;
        this.transactions = transactions;
    }

    public Outcome describe(Command command) {
        return transactions.write(() -> media.find(command.id())
                .map(medium -> carryOut(medium, command))
                .orElseGet(Outcome.NoSuchMedium::new));
    }

    private Outcome carryOut(Medium medium, Command command) {
        AltText words = command.alt() == null ? medium.alt() : command.alt();
        return switch (medium.describe(command.by(), command.role(), words, command.seen())) {
            case Describing.Described(var described) -> new Outcome.Described(MediumView.of(media.save(described)));
            case Describing.Unchanged(var same) -> new Outcome.Described(MediumView.of(same));
            case Describing.NotYours() -> new Outcome.NotYours();
            case Describing.Stale() -> new Outcome.Stale();
        };
    }
}
