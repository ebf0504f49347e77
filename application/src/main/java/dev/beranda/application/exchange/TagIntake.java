package dev.beranda.application.exchange;

import dev.beranda.application.exchange.ImportedItem.Fate;
import dev.beranda.application.exchange.Parcel.TagCard;
import dev.beranda.domain.exchange.Provenance;
import dev.beranda.domain.exchange.Provenances;
import dev.beranda.domain.shared.Flaw;
import dev.beranda.domain.shared.Parsed;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.tag.Heir;
import dev.beranda.domain.tag.Keeping;
import dev.beranda.domain.tag.Tag;
import dev.beranda.domain.tag.TagId;
import dev.beranda.domain.tag.TagMint;
import dev.beranda.domain.tag.TagName;
import dev.beranda.domain.tag.Tags;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes in the words that posts are found by. One of a name that is there already is that one.
final class TagIntake {

    private final Tags tags;
    private final TagMint mint;
    private final Provenances provenances;
    private final Unpacker unpacker;
    private final SlugWish slugs;
    private final Transactions transactions;

    TagIntake(
            Tags tags,
            TagMint mint,
            Provenances provenances,
            Unpacker unpacker,
            SlugWish slugs,
            Transactions transactions) {
        this.tags = tags;
        this.mint = mint;
        this.provenances = provenances;
        this.unpacker = unpacker;
        this.slugs = slugs;
        this.transactions = transactions;
    }

    public ImportedItem take(Trip trip, TagCard card) {
        String digest = unpacker.fingerprint(card);
        return transactions.write(() -> {
            var notes = Notes.on(card.label(), List.of());
            return notes.need("name", TagName.parse(card.name()))
                    .map(name -> file(trip, card, name, digest, notes))
                    .orElseGet(notes::refused);
        });
    }

    private ImportedItem file(Trip trip, TagCard card, TagName name, String digest, Notes notes) {
        Optional<Provenance> known = provenances.find(trip.key(card.label()));
        return known.map(before -> again(trip, card, name, digest, before, notes))
                .orElseGet(() -> first(trip, card, name, digest, notes));
    }

    private ImportedItem first(Trip trip, TagCard card, TagName name, String digest, Notes notes) {
        Tag tag = wanted(trip, card, name);
        Optional<Tag> added = add(tag, card, trip.now());
        if (added.isPresent()) {
            note(trip, card, tag.id(), digest, added.get().version());
            return notes.taken(
                    Fate.CREATED, tag.id().value(), added.get().slug().value());
        }
        TagId namesake = mint.named(List.of(name), trip.now()).getFirst();
        note(trip, card, namesake, digest, -1);
        return notes.taken(Fate.UNCHANGED, namesake.value(), "");
    }

    private Tag wanted(Trip trip, TagCard card, TagName name) {
        Tag coined = mint.coin(name, trip.moment(card.createdAt() == null ? trip.now() : card.createdAt()));
        return Tag.coin(coined.id(), name, slugs.near(card.slug()).orElse(coined.slug()), coined.createdAt());
    }

    /// Under the first free address near the one it wants; nothing where somebody has its name.
    private Optional<Tag> add(Tag tag, TagCard card, Instant now) {
        Deque<Slug> formers = new ArrayDeque<>();
        card.formerSlugs().stream()
                .flatMap(raw ->
                        Slug.parse(raw) instanceof Parsed.Valid<Slug>(var slug) ? Stream.of(slug) : Stream.empty())
                .filter(slug -> tags.find(slug).isEmpty())
                .forEach(formers::add);
        List<TagName> others = new ArrayList<>();
        card.otherNames().forEach(raw -> {
            if (TagName.parse(raw) instanceof Parsed.Valid<TagName>(var name)) {
                others.add(name);
            }
        });
        for (Slug slug : SlugWish.around(tag.slug())) {
            switch (tags.add(tag.called(tag.name(), slug))) {
                case Keeping.Kept(var kept) -> {
                    return Optional.of(inherit(kept, others, formers, now));
                }
                case Keeping.NameTaken() -> {
                    return Optional.empty();
                }
                case Keeping.SlugTaken() -> {}
            }
        }
        return Optional.empty();
    }

    /// What it was called before, and what those were called that became it: each of them for a moment is what it was.
    private Tag inherit(Tag tag, List<TagName> others, Deque<Slug> formers, Instant now) {
        for (TagName name : others) {
            Tag merged = mint.coin(name, now);
            Slug slug = formers.isEmpty() ? merged.slug() : formers.poll();
            if (tags.add(merged.called(name, slug)) instanceof Keeping.Kept(var kept)) {
                tags.remove(kept, new Heir.Other(tag.id()));
            }
        }
        Tag present = tag;
        for (Slug former : formers) {
            present = called(called(present, former), tag.slug());
        }
        return present;
    }

    private Tag called(Tag tag, Slug slug) {
        return switch (tags.save(tag.called(tag.name(), slug))) {
            case Keeping.Kept(var kept) -> kept;
            case Keeping.NameTaken(), Keeping.SlugTaken() -> throw new StaleAggregate("A tag");
        };
    }

    private ImportedItem again(Trip trip, TagCard card, TagName name, String digest, Provenance before, Notes notes) {
        Optional<Tag> present = slugs.near(card.slug())
                .flatMap(tags::find)
                .filter(tag -> tag.id().value().equals(before.local()));
        boolean isSame = before.digest().equals(digest) && !trip.overwrite();
        if (isSame || present.map(tag -> tag.name().equals(name)).orElse(false)) {
            return notes.taken(Fate.UNCHANGED, before.local(), card.slug());
        }
        if (present.isEmpty() || present.get().version() != before.seen() && !trip.overwrite()) {
            return notes.skipped(new Flaw("edited_here"), before.local(), "");
        }
        return switch (tags.save(present.get().called(name, present.get().slug()))) {
            case Keeping.Kept(var kept) -> {
                provenances.save(new Provenance(before.key(), before.local(), digest, kept.version()));
                yield notes.taken(Fate.UPDATED, before.local(), kept.slug().value());
            }
            case Keeping.NameTaken() -> notes.refused("name", new Flaw("tag_exists"));
            case Keeping.SlugTaken() -> notes.refused("slug", new Flaw("slug_taken"));
        };
    }

    private void note(Trip trip, TagCard card, TagId tag, String digest, long seen) {
        if (!provenances.claim(new Provenance(trip.key(card.label()), tag.value(), digest, seen))) {
            throw new StaleAggregate("A tag that is brought");
        }
    }
}
