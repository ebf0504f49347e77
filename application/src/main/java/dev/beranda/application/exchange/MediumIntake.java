package dev.beranda.application.exchange;

import dev.beranda.application.exchange.ImportedItem.Fate;
import dev.beranda.application.exchange.Parcel.Byline;
import dev.beranda.application.exchange.Parcel.MediumCard;
import dev.beranda.application.exchange.Parcel.PrintFile;
import dev.beranda.domain.exchange.Provenance;
import dev.beranda.domain.exchange.Provenances;
import dev.beranda.domain.media.AltText;
import dev.beranda.domain.media.Format;
import dev.beranda.domain.media.Media;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Medium;
import dev.beranda.domain.media.Owner;
import dev.beranda.domain.media.Print;
import dev.beranda.domain.media.PrintInspection;
import dev.beranda.domain.media.Sheet;
import dev.beranda.domain.media.Shelves;
import dev.beranda.domain.media.ShelvesFull;
import dev.beranda.domain.shared.Content;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.shared.Transactions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Takes in pictures of a house like this one under the ids they have there, so that texts go on showing them.
///
/// That it is there is written down before its bytes are put anywhere, the other way round than with a new one: its
/// id tells an age at which bytes nobody knows of are collected. What broke off in between is mended when it is
/// brought again.
final class MediumIntake {

    private static final long NO_QUOTA = Long.MAX_VALUE;

    private final Media media;
    private final Shelves shelves;
    private final PrintInspection inspection;
    private final Provenances provenances;
    private final Bylines bylines;
    private final Unpacker unpacker;
    private final Transactions transactions;

    MediumIntake(
            Media media,
            Shelves shelves,
            PrintInspection inspection,
            Provenances provenances,
            Bylines bylines,
            Unpacker unpacker,
            Transactions transactions) {
        this.media = media;
        this.shelves = shelves;
        this.inspection = inspection;
        this.provenances = provenances;
        this.bylines = bylines;
        this.unpacker = unpacker;
        this.transactions = transactions;
    }

    public ImportedItem take(Trip trip, MediumCard card) {
        var notes = Notes.on(card.label(), List.of());
        var id = new MediaId(card.id());
        Optional<Provenance> known = provenances.find(trip.key(card.label()));
        Optional<Medium> present = media.find(id);
        if (present.isPresent() && isWhole(present.get())) {
            return notes.taken(Fate.UNCHANGED, card.id(), "");
        }
        if (present.isEmpty() && known.isPresent() && !trip.overwrite()) {
            return notes.skipped(new Flaw("removed_here"), card.id(), "");
        }
        List<Sheet> sheets = sheets(card);
        if (sheets.isEmpty() || !sheets.stream().allMatch(inspection::isPlain)) {
            return notes.refused(Parcel.Remark.ALL, new Flaw("picture_broken"));
        }
        return present.map(medium -> mend(medium, sheets, notes))
                .orElseGet(() -> add(trip, card, sheets, known, notes));
    }

    /// They are put there one by one, and whoever did it may have come as far as any of them.
    private boolean isWhole(Medium medium) {
        return medium.prints().stream().allMatch(print -> isThere(medium.id(), print));
    }

    private boolean isThere(MediaId id, Print print) {
        Optional<Content> content = shelves.find(id, print);
        content.ifPresent(Content::close);
        return content.isPresent();
    }

    /// Nothing where any of them could not be one of ours, or is there twice.
    private static List<Sheet> sheets(MediumCard card) {
        List<Sheet> sheets =
                card.prints().stream().flatMap(file -> sheet(file).stream()).toList();
        long different = prints(sheets).stream().map(Print::name).distinct().count();
        return different == card.prints().size() ? sheets : List.of();
    }

    private static Optional<Sheet> sheet(PrintFile file) {
        byte[] content = file.content().get();
        return format(file.format())
                .filter(_ -> content.length > 0)
                .map(format -> new Sheet(file.width(), file.height(), format, content));
    }

    private static Optional<Format> format(String word) {
        return Arrays.stream(Format.values())
                .filter(format -> format.word().equals(word) || format.ending().equals(word))
                .findFirst();
    }

    private ImportedItem mend(Medium medium, List<Sheet> sheets, Notes notes) {
        boolean isSame = medium.prints().equals(prints(sheets));
        if (!isSame) {
            return notes.refused(Parcel.Remark.ALL, new Flaw("picture_broken"));
        }
        put(medium, sheets);
        return notes.taken(Fate.UPDATED, medium.id().value(), "");
    }

    private static List<Print> prints(List<Sheet> sheets) {
        return sheets.stream().map(Sheet::print).toList();
    }

    private ImportedItem add(Trip trip, MediumCard card, List<Sheet> sheets, Optional<Provenance> known, Notes notes) {
        Optional<Format> was = format(card.was());
        Optional<AltText> alt = notes.need("alt", AltText.parse(card.alt()));
        if (was.isEmpty() || alt.isEmpty() || card.width() < 1 || card.height() < 1) {
            return notes.refused(Parcel.Remark.ALL, new Flaw("picture_broken"));
        }
        var medium = Medium.moved(
                new MediaId(card.id()),
                owner(trip, card, notes),
                was.get(),
                card.width(),
                card.height(),
                alt.get(),
                prints(sheets),
                trip.moment(card.uploadedAt() == null ? trip.now() : card.uploadedAt()));
        if (!transactions.write(() -> note(trip, card, medium, known))) {
            return notes.taken(Fate.UNCHANGED, card.id(), "");
        }
        return shelve(medium, sheets, notes);
    }

    /// @return whether nobody else is bringing it at this moment
    private boolean note(Trip trip, MediumCard card, Medium medium, Optional<Provenance> known) {
        var provenance = new Provenance(trip.key(card.label()), card.id(), unpacker.fingerprint(card), 0);
        if (known.isEmpty() && !provenances.claim(provenance)) {
            return false;
        }
        known.ifPresent(_ -> provenances.save(provenance));
        if (media.add(medium, NO_QUOTA) != Media.Admission.ADDED) {
            throw new StaleAggregate("The owner of a medium");
        }
        return true;
    }

    private ImportedItem shelve(Medium medium, List<Sheet> sheets, Notes notes) {
        try {
            put(medium, sheets);
            return created(medium.id().value(), notes);
        } catch (ShelvesFull full) {
            return notes.refused(Parcel.Remark.ALL, new Flaw("insufficient_storage"));
        }
    }

    /// What is left there of an earlier time would be in the way.
    private void put(Medium medium, List<Sheet> sheets) {
        shelves.remove(medium.id());
        shelves.put(medium.id(), sheets);
    }

    private static ImportedItem created(UUID id, Notes notes) {
        return notes.taken(Fate.CREATED, id, "");
    }

    private Owner owner(Trip trip, MediumCard card, Notes notes) {
        return switch (card.owner()) {
            case Byline.Nobody() -> new Owner.Nobody();
            case Byline.Unsaid() -> new Owner.Somebody(trip.by().id());
            case Byline.Named(var names) ->
                new Owner.Somebody(bylines.of(trip, names).orElseGet(() -> {
                    notes.warn("owner", new Flaw("author_unknown", names.getFirst()));
                    return trip.by().id();
                }));
        };
    }
}
