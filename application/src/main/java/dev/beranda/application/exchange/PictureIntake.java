package dev.beranda.application.exchange;

import dev.beranda.application.exchange.ImportedItem.Fate;
import dev.beranda.application.exchange.Parcel.PictureFile;
import dev.beranda.domain.exchange.Kind;
import dev.beranda.domain.exchange.Provenance;
import dev.beranda.domain.exchange.Provenances;
import dev.beranda.domain.media.AltText;
import dev.beranda.domain.media.Media;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Medium;
import dev.beranda.domain.media.PrintRoom;
import dev.beranda.domain.media.PrintRoom.Development;
import dev.beranda.domain.media.Shelves;
import dev.beranda.domain.media.ShelvesFull;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import java.util.List;
import java.util.Optional;

/// Takes in pictures that lie beside texts, like any other picture that is brought to write with.
final class PictureIntake {

    /// Whoever moves a whole house in is not asked how much room each of its people takes.
    private static final long NO_QUOTA = Long.MAX_VALUE;

    private final Media media;
    private final Shelves shelves;
    private final PrintRoom printRoom;
    private final Provenances provenances;
    private final Unpacker unpacker;
    private final Transactions transactions;
    private final UuidSource uuids;

    PictureIntake(
            Media media,
            Shelves shelves,
            PrintRoom printRoom,
            Provenances provenances,
            Unpacker unpacker,
            Transactions transactions,
            UuidSource uuids) {
        this.media = media;
        this.shelves = shelves;
        this.printRoom = printRoom;
        this.provenances = provenances;
        this.unpacker = unpacker;
        this.transactions = transactions;
        this.uuids = uuids;
    }

    public ImportedItem take(Trip trip, PictureFile file) {
        var notes = Notes.on(file.label(), List.of());
        String digest = unpacker.fingerprint(file);
        Optional<Provenance> known = provenances.find(trip.key(file.label()));
        Optional<Provenance> same = known.filter(before -> before.digest().equals(digest) && isThere(before));
        if (same.isPresent()) {
            return notes.taken(Fate.UNCHANGED, same.get().local(), "");
        }
        if (known.isPresent() && !isThere(known.get()) && !trip.overwrite()) {
            return notes.skipped(new Flaw("removed_here"), known.get().local(), "");
        }
        return switch (printRoom.develop(file.content().get())) {
            case Development.Developed developed -> keep(trip, file, developed, digest, known, notes);
            case Development.NoPicture() -> notes.refused(Parcel.Remark.ALL, new Flaw("unsupported_media_type"));
            case Development.TooLarge() -> notes.refused(Parcel.Remark.ALL, new Flaw("picture_too_large"));
            case Development.Broken() -> notes.refused(Parcel.Remark.ALL, new Flaw("picture_broken"));
        };
    }

    /// The picture that was brought under this name.
    Optional<MediaId> called(Trip trip, String name) {
        return trip.key(Kind.MEDIUM, name)
                .flatMap(provenances::find)
                .filter(this::isThere)
                .map(known -> new MediaId(known.local()));
    }

    private boolean isThere(Provenance known) {
        return media.find(new MediaId(known.local())).isPresent();
    }

    /// A picture never changes: another one of the same name is another medium.
    private ImportedItem keep(
            Trip trip,
            PictureFile file,
            Development.Developed developed,
            String digest,
            Optional<Provenance> known,
            Notes notes) {
        var id = new MediaId(uuids.next());
        try {
            shelves.put(id, developed.sheets());
        } catch (ShelvesFull full) {
            return notes.refused(Parcel.Remark.ALL, new Flaw("insufficient_storage"));
        }
        Medium medium = Medium.brought(id, trip.by().id(), developed, AltText.NONE, trip.now());
        return transactions.write(
                () -> note(medium, new Provenance(trip.key(file.label()), id.value(), digest, 0), known, notes));
    }

    /// Who brings the same at the same moment brought it then; its bytes are collected later.
    private ImportedItem note(Medium medium, Provenance provenance, Optional<Provenance> known, Notes notes) {
        if (known.isEmpty() && !provenances.claim(provenance)) {
            return notes.taken(
                    Fate.UNCHANGED,
                    provenances.find(provenance.key()).orElse(provenance).local(),
                    "");
        }
        known.ifPresent(_ -> provenances.save(provenance));
        if (media.add(medium, NO_QUOTA) != Media.Admission.ADDED) {
            throw new StaleAggregate("The owner of a picture");
        }
        return notes.taken(
                known.isPresent() ? Fate.UPDATED : Fate.CREATED, medium.id().value(), "");
    }
}
