package dev.beranda.application.tag;

import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.tag.Heir;
import dev.beranda.domain.tag.Tag;
import dev.beranda.domain.tag.Tags;

/// Make one tag of two: posts of either have the other one, whose names and addresses it gets as well, so that nobody
/// brings it to life again by writing it as they always did.
public final class MergeTags {

    /// @param tag that goes
    /// @param into that stays
    public record Command(Role by, Slug tag, BasedOn seen, Slug into) {}

    public sealed interface Outcome {

        record Merged(TagView tag) implements Outcome {}

        record NotAllowed() implements Outcome {}

        record NoSuchTag() implements Outcome {}

        record NothingToMergeWith() implements Outcome {}

        /// Somebody saved it since it was seen.
        record Stale() implements Outcome {}
    }

    private final Tags tags;
    private final TagReader reader;
    private final Transactions transactions;

    public MergeTags(Tags tags, TagReader reader, Transactions transactions) {
        this.tags = tags;
        this.reader = reader;
        this.transactions = transactions;
    }

    public Outcome merge(Command command) {
        if (!command.by().includes(Role.EDITOR)) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(
                () -> tags.find(command.tag()).map(tag -> merge(tag, command)).orElseGet(Outcome.NoSuchTag::new));
    }

    private Outcome merge(Tag tag, Command command) {
        return tags.find(command.into())
                .map(into -> tag.id().equals(into.id()) ? merged(into) : merge(tag, into, command.seen()))
                .orElseGet(Outcome.NothingToMergeWith::new);
    }

    private Outcome merge(Tag tag, Tag into, BasedOn seen) {
        if (!seen.covers(tag.version())) {
            return new Outcome.Stale();
        }
        tags.remove(tag, new Heir.Other(into.id()));
        return merged(into);
    }

    /// They are one already: somebody asks twice.
    private Outcome merged(Tag into) {
        return new Outcome.Merged(reader.find(into.slug()).orElseThrow());
    }
}
