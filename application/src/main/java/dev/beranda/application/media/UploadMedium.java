package dev.beranda.application.media;

import dev.beranda.domain.media.AltText;
import dev.beranda.domain.media.Media;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Medium;
import dev.beranda.domain.media.PrintRoom;
import dev.beranda.domain.media.PrintRoom.Development;
import dev.beranda.domain.media.Shelves;
import dev.beranda.domain.media.ShelvesFull;
import dev.beranda.domain.media.ShelvesOutOfReach;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Throttle;
import dev.beranda.domain.shared.Throttle.Allowance;
import dev.beranda.domain.shared.Throttle.Verdict.Exhausted;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;

/// Bring a picture to write with. Its bytes are there before anything says so: what fails on the way leaves at most
/// bytes that nobody knows of, which are collected later.
public final class UploadMedium {

    public static final Allowance PER_ACCOUNT = new Allowance("media", 300, Duration.ofHours(1));

    /// @param sent whatever it is
    public record Command(UserId by, Role role, byte[] sent, AltText alt) {}

    public sealed interface Outcome {

        record Uploaded(MediumView medium) implements Outcome {}

        record NotAllowed() implements Outcome {}

        record NoPicture() implements Outcome {}

        record TooLarge() implements Outcome {}

        record Broken() implements Outcome {}

        /// @param quota of which too little is left, in bytes
        record OverQuota(long quota) implements Outcome {}

        record NoSpace() implements Outcome {}

        record Gone() implements Outcome {}

        record TooManyAttempts(Allowance allowance, Duration retryAfter) implements Outcome {}
    }

    private final Media media;
    private final Shelves shelves;
    private final PrintRoom printRoom;
    private final Transactions transactions;
    private final Throttle throttle;
    private final UuidSource uuids;
    private final Clock clock;
    private final long quota;

    /// @param quota bytes that all of one person's may take together
    public UploadMedium(
            Media media,
            Shelves shelves,
            PrintRoom printRoom,
            Transactions transactions,
            Throttle throttle,
            UuidSource uuids,
            Clock clock,
            long quota) {
        this.media = media;
        this.shelves = shelves;
        this.printRoom = printRoom;
        this.transactions = transactions;
        this.throttle = throttle;
        this.uuids = uuids;
        this.clock = clock;
        this.quota = quota;
    }

    public Outcome upload(Command command) {
        if (!Medium.mayBeBroughtBy(command.role())) {
            return new Outcome.NotAllowed();
        }
        if (throttle.take(PER_ACCOUNT, command.by().toString()) instanceof Exhausted(var retryAfter)) {
            return new Outcome.TooManyAttempts(PER_ACCOUNT, retryAfter);
        }
        return switch (printRoom.develop(command.sent())) {
            case Development.Developed developed -> keep(command, developed);
            case Development.NoPicture() -> new Outcome.NoPicture();
            case Development.TooLarge() -> new Outcome.TooLarge();
            case Development.Broken() -> new Outcome.Broken();
        };
    }

    private Outcome keep(Command command, Development.Developed developed) {
        var id = new MediaId(uuids.next());
        try {
            shelves.put(id, developed.sheets());
        } catch (ShelvesFull full) {
            return new Outcome.NoSpace();
        }
        return note(Medium.brought(id, command.by(), developed, command.alt(), clock.instant()));
    }

    /// Whether it was written down is not known when the transaction fails: so its bytes stay then, and are collected
    /// when it turns out that nobody knows of them.
    private Outcome note(Medium medium) {
        return switch (transactions.write(() -> media.add(medium, quota))) {
            case ADDED -> new Outcome.Uploaded(MediumView.of(medium));
            case OVER_QUOTA -> withdrawn(medium, new Outcome.OverQuota(quota));
            case OWNER_GONE -> withdrawn(medium, new Outcome.Gone());
        };
    }

    private Outcome withdrawn(Medium medium, Outcome outcome) {
        try {
            shelves.remove(medium.id());
        } catch (ShelvesOutOfReach _) {
            // Nobody knows of them, so they are collected.
        }
        return outcome;
    }
}
