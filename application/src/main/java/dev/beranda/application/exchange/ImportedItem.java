package dev.beranda.application.exchange;

import dev.beranda.application.exchange.Parcel.Label;
import dev.beranda.application.exchange.Parcel.Remark;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of one thing that was brought.
///
/// @param id that it has here
/// @param slug that it has here; empty for what has none
/// @param reasons why it was not taken
/// @param warnings what was done otherwise than the file has it
public record ImportedItem(
        Label label, Fate fate, @Nullable UUID id, String slug, List<Remark> reasons, List<Remark> warnings) {

    public enum Fate {
        CREATED,
        UPDATED,
        UNCHANGED,
        /// Left as it is, or left out, with good reason.
        SKIPPED,
        /// It cannot be taken as it is.
        REFUSED
    }

    public ImportedItem {
        reasons = List.copyOf(reasons);
        warnings = List.copyOf(warnings);
    }
}
