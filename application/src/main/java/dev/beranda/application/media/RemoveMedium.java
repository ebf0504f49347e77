package dev.beranda.application.media;

import dev.beranda.domain.media.Media;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Medium;
import dev.beranda.domain.media.Shelves;
import dev.beranda.domain.media.ShelvesOutOfReach;
import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.UserId;

/// Take a medium away. First nobody knows of it any more, then its bytes go; where that fails they are collected later.
public final class RemoveMedium {

    public record Command(MediaId id, UserId by, Role role, BasedOn seen) {}

    public sealed interface Outcome {

        record Removed() implements Outcome {}

        record NoSuchMedium() implements Outcome {}

        record NotYours() implements Outcome {}

        record Stale() implements Outcome {}
    }

    private final Media media;
    private final Shelves shelves;
    private final Transactions transactions;

    public RemoveMedium(Media media, Shelves shelves, Transactions transactions) {
        this.media = media;
        this.shelves = shelves;
        this.transactions = transactions;
    }

    public Outcome remove(Command command) {
        Outcome outcome = transactions.write(() ->
                media.find(command.id()).map(medium -> remove(medium, command)).orElseGet(Outcome.NoSuchMedium::new));
        if (outcome instanceof Outcome.Removed) {
            clear(command.id());
        }
        return outcome;
    }

    private void clear(MediaId id) {
        try {
            shelves.remove(id);
        } catch (ShelvesOutOfReach _) {
            // Nobody knows of them any more, so they are collected.
        }
    }

    private Outcome remove(Medium medium, Command command) {
        if (!medium.isInCareOf(command.by(), command.role())) {
            return new Outcome.NotYours();
        }
        if (!command.seen().covers(medium.version())) {
            return new Outcome.Stale();
        }
        media.remove(medium.id());
        return new Outcome.Removed();
    }
}
