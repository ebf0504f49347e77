package dev.beranda.adapter.web.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.beranda.adapter.web.problem.Problem;
import dev.beranda.application.exchange.ImportReport;
import dev.beranda.application.exchange.ImportedItem;
import dev.beranda.application.exchange.ImportedItem.Fate;
import dev.beranda.application.exchange.Parcel.Remark;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ContentImportReport")
record ImportReportBody(
        boolean dryRun,

        @Schema(allowableValues = {"beranda", "markdown", "wordpress", "ghost"})
        String format,

        @Schema(description = "Under which all this is known again when it comes again")
        String source,

        int created,
        int updated,
        int unchanged,
        int skipped,
        int refused,

        @Schema(description = "Of how many something was done otherwise than the file has it")
        int warnings,

        List<Line> items) {

    static ImportReportBody of(ImportReport report, Function<List<Remark>, List<Problem.Item>> words) {
        List<ImportedItem> items = report.items();
        return new ImportReportBody(
                report.dryRun(),
                report.format().word(),
                report.source(),
                count(items, Fate.CREATED),
                count(items, Fate.UPDATED),
                count(items, Fate.UNCHANGED),
                count(items, Fate.SKIPPED),
                count(items, Fate.REFUSED),
                (int) items.stream().filter(item -> !item.warnings().isEmpty()).count(),
                items.stream()
                        .map(item -> Line.of(item, report.dryRun(), words))
                        .toList());
    }

    private static int count(List<ImportedItem> items, Fate fate) {
        return (int) items.stream().filter(item -> item.fate() == fate).count();
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContentImportItem")
    record Line(
            @Schema(allowableValues = {"category", "tag", "medium", "post", "comment"})
            String kind,

            @Schema(description = "What it is called where it comes from")
            String name,

            @Nullable @Schema(description = "In which file of a ZIP")
            String file,

            @Nullable @Schema(description = "Where it begins there")
            Integer line,

            @Schema(allowableValues = {"created", "updated", "unchanged", "skipped", "refused"})
            String outcome,

            @Nullable @Schema(description = "What it is here")
            UUID id,

            @Nullable @Schema(description = "Its slug here") String slug,

            @Nullable @Schema(description = "Why it was skipped or refused")
            List<Problem.Item> errors,

            @Nullable @Schema(description = "What was done otherwise than the file has it")
            List<Problem.Item> warnings) {

        private static Line of(ImportedItem item, boolean dryRun, Function<List<Remark>, List<Problem.Item>> words) {
            boolean isToBe = dryRun && item.fate() == Fate.CREATED;
            return new Line(
                    item.label().kind().word(),
                    item.label().name(),
                    item.label().place().isEmpty() ? null : item.label().place(),
                    item.label().line() == 0 ? null : item.label().line(),
                    item.fate().name().toLowerCase(Locale.ROOT),
                    isToBe ? null : item.id(),
                    item.slug().isEmpty() ? null : item.slug(),
                    item.reasons().isEmpty() ? null : words.apply(item.reasons()),
                    item.warnings().isEmpty() ? null : words.apply(item.warnings()));
        }
    }
}
