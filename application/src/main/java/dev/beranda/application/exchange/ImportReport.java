package dev.beranda.application.exchange;

import java.util.List;

/// What became of everything in a file.
///
/// @param source under which it is known from now on where things came from
public record ImportReport(Format format, String source, boolean dryRun, List<ImportedItem> items) {

    public ImportReport {
        items = List.copyOf(items);
    }
}
