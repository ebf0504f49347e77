package dev.beranda.application.tag;

import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.tag.Heir;
import dev.beranda.domain.tag.Tag;
import dev.beranda.domain.tag.Tags;

/// Take a tag away, from every post that has it.
public final class RemoveTag {

    public record Command(Role by, Slug tag, BasedOn seen) {}

    public sealed interface Outcome {

        record Removed() implements Outcome {}

        record NotAllowed() implements Outcome {}

        record NoSuchTag() implements Outcome {}

        /// Somebody saved it since it was seen.
        record Stale() implements Outcome {}
    }

    private final Tags tags;
    private final Transactions transactions;

    public RemoveTag(Tags tags, Transactions transactions) {
        this.tags = tags;
        this.transactions = transactions;
    }

    public Outcome remove(Command command) {
        if (!command.by().includes(Role.EDITOR)) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(() ->
                tags.find(command.tag()).map(tag -> remove(tag, command.seen())).orElseGet(Outcome.NoSuchTag::new));
    }

    private Outcome remove(Tag tag, BasedOn seen) {
        if (!seen.covers(tag.version())) {
            return new Outcome.Stale();
        }
        tags.remove(tag, new Heir.Nobody());
        return new Outcome.Removed();
    }
}
