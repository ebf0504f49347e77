package dev.beranda.application.exchange;

import dev.beranda.application.exchange.ImportedItem.Fate;
import dev.beranda.application.exchange.Parcel.Label;
import dev.beranda.application.exchange.Parcel.Remark;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is found out about one thing on its way in.
record Notes(Label label, List<Remark> reasons, List<Remark> warnings) {

    static Notes on(Label label, List<Remark> remarks) {
        return new Notes(label, new ArrayList<>(), new ArrayList<>(remarks));
    }

    /// For an attempt that may have to be made again.
    Notes copy() {
        return new Notes(label, new ArrayList<>(reasons), new ArrayList<>(warnings));
    }

    void warn(String field, Flaw flaw) {
        warnings.add(new Remark(field, flaw));
    }

    /// What cannot be done without.
    <T> Optional<T> need(String field, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T>(var value) -> Optional.of(value);
            case Parsed.Invalid<T>(var flaws) -> {
                flaws.forEach(flaw -> reasons.add(new Remark(field, flaw)));
                yield Optional.empty();
            }
        };
    }

    /// What is left out where it will not do.
    <T> Optional<T> want(String field, Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Valid<T>(var value) -> Optional.of(value);
            case Parsed.Invalid<T>(var flaws) -> {
                flaws.forEach(flaw -> warn(field, flaw));
                yield Optional.empty();
            }
        };
    }

    ImportedItem taken(Fate fate, UUID id, String slug) {
        return new ImportedItem(label, fate, id, slug, reasons, warnings);
    }

    ImportedItem refused() {
        return new ImportedItem(label, Fate.REFUSED, null, "", reasons, warnings);
    }

    ImportedItem refused(String field, Flaw flaw) {
        reasons.add(new Remark(field, flaw));
        return refused();
    }

    ImportedItem skipped(Flaw why, UUID id, String slug) {
        return new ImportedItem(label, Fate.SKIPPED, id, slug, List.of(new Remark(Remark.ALL, why)), warnings);
    }
}
