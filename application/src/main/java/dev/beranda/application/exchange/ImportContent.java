package dev.beranda.application.exchange;

import dev.beranda.application.exchange.ImportedItem.Fate;
import dev.beranda.domain.audit.AuditAction;
import dev.beranda.domain.audit.AuditEntry;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.category.Categories;
import dev.beranda.domain.comment.Comments;
import dev.beranda.domain.exchange.Cargo;
import dev.beranda.domain.exchange.ForeignKey;
import dev.beranda.domain.exchange.Provenances;
import dev.beranda.domain.media.Media;
import dev.beranda.domain.media.PrintInspection;
import dev.beranda.domain.media.PrintRoom;
import dev.beranda.domain.media.Shelves;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Revisions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.shared.Overloaded;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.Transliteration;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.tag.TagMint;
import dev.beranda.domain.tag.Tags;
import dev.beranda.domain.user.Actor;
import dev.beranda.domain.user.Users;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Bring what was published elsewhere. Each thing is taken by itself, so that one that will not do stops no other,
/// and where it was broken off it can be done again: what is here already, and is the same there, is left as it is.
/// Nobody is told that there is something new.
public final class ImportContent {

    /// @param site what tells the house it comes from from others of its kind; empty to go by the file
    /// @param overwrite whether what was edited here since becomes what it is there
    /// @param dryRun to learn what would come of it
    public record Command(Actor by, Origin from, Cargo cargo, String site, boolean overwrite, boolean dryRun) {}

    public sealed interface Outcome {

        record Done(ImportReport report) implements Outcome {}

        record NotAllowed() implements Outcome {}

        /// @param flaw what is wrong with the file as a whole
        record Unreadable(Flaw flaw) implements Outcome {}
    }

    private final Household household;
    private final PrintRoom printRoom;
    private final PrintInspection inspection;
    private final Bylines bylines;
    private final Unpacker unpacker;
    private final Typesetter typesetter;
    private final Transliteration transliteration;
    private final AuditLog log;
    private final UuidSource uuids;
    private final Clock clock;

    public ImportContent(
            Posts posts,
            Revisions revisions,
            Comments comments,
            Categories categories,
            Tags tags,
            Media media,
            Shelves shelves,
            PrintRoom printRoom,
            PrintInspection inspection,
            Users users,
            Provenances provenances,
            Unpacker unpacker,
            Typesetter typesetter,
            Transliteration transliteration,
            AuditLog log,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids,
            Clock clock) {
        this.household = new Household(
                posts, revisions, comments, categories, tags, media, shelves, provenances, events, transactions);
        this.printRoom = printRoom;
        this.inspection = inspection;
        this.bylines = new Bylines(users);
        this.unpacker = unpacker;
        this.typesetter = typesetter;
        this.transliteration = transliteration;
        this.log = log;
        this.uuids = uuids;
        this.clock = clock;
    }

    public Outcome bring(Command command) {
        if (!command.by().isAdministrator()) {
            return new Outcome.NotAllowed();
        }
        return switch (unpacker.open(command.cargo())) {
            case Unpacker.Unpacking.Unreadable(var flaw) -> new Outcome.Unreadable(flaw);
            case Unpacker.Unpacking.Opened(var goods) ->
                new Outcome.Done(command.dryRun() ? rehearse(command, goods) : carryIn(command, goods));
        };
    }

    /// By the same rules, but nothing is put anywhere: what one thing would leave behind, the next one finds.
    private ImportReport rehearse(Command command, Goods goods) {
        return takeAll(command, goods, crew(household.rehearsed(uuids)));
    }

    private ImportReport carryIn(Command command, Goods goods) {
        Map<String, Object> wishes = Map.of("format", goods.format().word(), "overwrite", command.overwrite());
        note(command, goods, AuditAction.CONTENT_IMPORT_BEGUN, wishes);
        ImportReport report = takeAll(command, goods, crew(household));
        Map<String, Object> counts = new HashMap<>(wishes);
        for (Fate fate : Fate.values()) {
            counts.put(
                    fate.name().toLowerCase(Locale.ROOT),
                    report.items().stream().filter(item -> item.fate() == fate).count());
        }
        note(command, goods, AuditAction.CONTENT_IMPORTED, counts);
        return report;
    }

    private Crew crew(Household there) {
        var slugs = new SlugWish(transliteration);
        var mint = new TagMint(there.tags(), transliteration, uuids);
        var categories = new CategoryIntake(
                there.categories(), there.provenances(), unpacker, slugs, there.transactions(), uuids);
        var pictures = new PictureIntake(
                there.media(), there.shelves(), printRoom, there.provenances(), unpacker, there.transactions(), uuids);
        return new Crew(
                categories,
                new TagIntake(there.tags(), mint, there.provenances(), unpacker, slugs, there.transactions()),
                pictures,
                new MediumIntake(
                        there.media(),
                        there.shelves(),
                        inspection,
                        there.provenances(),
                        bylines,
                        unpacker,
                        there.transactions()),
                new ArticleIntake(
                        there.posts(),
                        there.revisions(),
                        there.media(),
                        mint,
                        there.provenances(),
                        categories,
                        pictures,
                        bylines,
                        slugs,
                        unpacker,
                        typesetter,
                        transliteration,
                        there.events(),
                        there.transactions(),
                        uuids),
                new CommentIntake(
                        there.comments(),
                        there.posts(),
                        there.provenances(),
                        bylines,
                        unpacker,
                        typesetter,
                        there.transactions(),
                        uuids));
    }

    private ImportReport takeAll(Command command, Goods goods, Crew crew) {
        var trip =
                new Trip(command.by(), source(command, goods), command.overwrite(), clock.instant(), new HashMap<>());
        List<ImportedItem> items = new ArrayList<>();
        goods.each(parcel -> items.add(take(trip, crew, parcel)));
        return new ImportReport(goods.format(), trip.source(), command.dryRun(), items);
    }

    private static ImportedItem take(Trip trip, Crew crew, Parcel parcel) {
        if (!ForeignKey.isName(parcel.label().name())) {
            return Notes.on(parcel.label(), List.of()).refused(Parcel.Remark.ALL, new Flaw("import_entry_broken"));
        }
        try {
            return switch (parcel) {
                case Parcel.CategoryCard card -> crew.categories().take(trip, card);
                case Parcel.TagCard card -> crew.tags().take(trip, card);
                case Parcel.PictureFile file -> crew.pictures().take(trip, file);
                case Parcel.MediumCard card -> crew.media().take(trip, card);
                case Parcel.Article article -> crew.articles().take(trip, article);
                case Parcel.CommentCard card -> crew.comments().take(trip, card);
                case Parcel.Wreck(var label, var flaw) ->
                    Notes.on(label, List.of()).refused(Parcel.Remark.ALL, flaw);
                case Parcel.Leftover(var label, var why) ->
                    new ImportedItem(
                            label,
                            Fate.SKIPPED,
                            null,
                            "",
                            List.of(new Parcel.Remark(Parcel.Remark.ALL, why)),
                            List.of());
            };
        } catch (StaleAggregate lost) {
            return Notes.on(parcel.label(), List.of()).refused(Parcel.Remark.ALL, new Flaw("conflict"));
        } catch (Overloaded busy) {
            return Notes.on(parcel.label(), List.of()).refused(Parcel.Remark.ALL, new Flaw("unavailable"));
        }
    }

    private static String source(Command command, Goods goods) {
        String site = command.site().isEmpty() ? goods.site() : command.site();
        return site.isEmpty() ? goods.format().word() : goods.format().word() + ':' + site;
    }

    private void note(Command command, Goods goods, AuditAction action, Map<String, Object> facts) {
        household.transactions().write(() -> {
            log.append(new AuditEntry(
                    clock.instant(),
                    command.by().id(),
                    command.from(),
                    action,
                    source(command, goods),
                    Map.of(),
                    facts));
            return facts;
        });
    }

    /// Who takes what in.
    private record Crew(
            CategoryIntake categories,
            TagIntake tags,
            PictureIntake pictures,
            MediumIntake media,
            ArticleIntake articles,
            CommentIntake comments) {}
}
