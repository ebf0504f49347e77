package dev.beranda.domain.media;

import dev.beranda.domain.media.PrintRoom.Development.Developed;
import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/// A picture somebody brought to write with. What it shows never changes, only what is said about it.
///
/// @param was in which format it came
/// @param width as it came, upright
/// @param prints in which it can be had, the widest last
public record Medium(
        MediaId id,
        Owner owner,
        Format was,
        int width,
        int height,
        AltText alt,
        List<Print> prints,
        Instant uploadedAt,
        long version) {

    public Medium {
        prints = List.copyOf(prints);
    }

    /// Who may write may bring what they write with.
    public static boolean mayBeBroughtBy(Role role) {
        return role.includes(Role.AUTHOR);
    }

    public static Medium brought(MediaId id, UserId by, Developed developed, AltText alt, Instant now) {
        List<Print> prints = developed.sheets().stream().map(Sheet::print).toList();
        var owner = new Owner.Somebody(by);
        return new Medium(id, owner, developed.was(), developed.width(), developed.height(), alt, prints, now, 0);
    }

    /// One that comes from a house like this one, with the prints that were made there.
    public static Medium moved(
            MediaId id,
            Owner owner,
            Format was,
            int width,
            int height,
            AltText alt,
            List<Print> prints,
            Instant uploadedAt) {
        return new Medium(id, owner, was, width, height, alt, prints, uploadedAt, 0);
    }

    /// Authors look after their own, editors after all.
    public boolean isInCareOf(UserId person, Role role) {
        return role.includes(Role.EDITOR) || Medium.mayBeBroughtBy(role) && owner.is(person);
    }

    public Describing describe(UserId person, Role role, AltText words, BasedOn seen) {
        if (!isInCareOf(person, role)) {
            return new Describing.NotYours();
        }
        if (!seen.covers(version)) {
            return new Describing.Stale();
        }
        return words.equals(alt)
                ? new Describing.Unchanged(this)
                : new Describing.Described(
                        new Medium(id, owner, was, width, height, words, prints, uploadedAt, version));
    }

    /// How much room it takes.
    public long bytes() {
        return prints.stream().mapToLong(Print::bytes).sum();
    }
}
