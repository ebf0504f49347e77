package dev.beranda.application.exchange;

import dev.beranda.application.exchange.Parcel.MediumCard;
import dev.beranda.application.exchange.Parcel.PrintFile;
import dev.beranda.domain.audit.AuditAction;
import dev.beranda.domain.audit.AuditEntry;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.media.Format;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Print;
import dev.beranda.domain.media.Shelves;
import dev.beranda.domain.shared.Content;
import dev.beranda.domain.shared.Origin;
import dev.beranda.domain.shared.Overloaded;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.user.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Take along everything that was published here, or is to be: all words as they were at one moment, and behind them
/// the pictures. These never change, and their bytes may come from afar; so nothing is held still for them.
public final class ExportContent {

    /// @param out must take what it is given without waiting for anybody
    public record Command(Actor by, Origin from, Consumer<byte[]> out) {}

    public sealed interface Outcome {

        record Packed() implements Outcome {}

        record NotAllowed() implements Outcome {}
    }

    /// How long the database may be asked to keep what others have changed meanwhile.
    private static final Duration LONGEST_MOMENT = Duration.ofHours(1);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ContentReader reader;
    private final Shelves shelves;
    private final Packer packer;
    private final AuditLog log;
    private final Transactions transactions;
    private final Clock clock;

    public ExportContent(
            ContentReader reader,
            Shelves shelves,
            Packer packer,
            AuditLog log,
            Transactions transactions,
            Clock clock) {
        this.reader = reader;
        this.shelves = shelves;
        this.packer = packer;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// That it was done is written down before any of it leaves the house.
    public Outcome pack(Command command) {
        if (!command.by().isAdministrator()) {
            return new Outcome.NotAllowed();
        }
        packer.pack(this::handOver, command.out());
        transactions.write(() -> {
            log.append(entry(command));
            return command;
        });
        return new Outcome.Packed();
    }

    private void handOver(Consumer<Parcel> taker) {
        Instant end = clock.instant().plus(LONGEST_MOMENT);
        transactions.look(() -> {
            reader.words(parcel -> {
                if (clock.instant().isAfter(end)) {
                    throw new Overloaded("the moment of an export", PAUSE);
                }
                taker.accept(parcel);
            });
            return end;
        });
        reader.pictures(parcel -> give(parcel, taker));
    }

    /// Of a picture that was taken away a moment ago, there may be no bytes any more.
    private void give(Parcel parcel, Consumer<Parcel> taker) {
        if (!(parcel instanceof MediumCard card)) {
            taker.accept(parcel);
            return;
        }
        List<PrintFile> prints = card.prints().stream()
                .flatMap(print -> bytes(card, print).stream()
                        .map(bytes -> new PrintFile(
                                print.width(), print.height(), print.format(), bytes.length, () -> bytes)))
                .toList();
        if (prints.size() == card.prints().size()) {
            taker.accept(card.with(prints));
        }
    }

    private Optional<byte[]> bytes(MediumCard card, PrintFile file) {
        var print = new Print(file.width(), file.height(), Format.ofWord(file.format()), file.bytes());
        return shelves.find(new MediaId(card.id()), print).map(ExportContent::all);
    }

    private static byte[] all(Content content) {
        try (content) {
            byte[] all = new byte[(int) content.length()];
            int at = 0;
            for (byte[] piece = content.next(); piece.length > 0; piece = content.next()) {
                System.arraycopy(piece, 0, all, at, piece.length);
                at += piece.length;
            }
            return all;
        }
    }

    private AuditEntry entry(Command command) {
        return new AuditEntry(
                clock.instant(),
                command.by().id(),
                command.from(),
                AuditAction.CONTENT_EXPORTED,
                "content",
                Map.of(),
                Map.of());
    }
}
