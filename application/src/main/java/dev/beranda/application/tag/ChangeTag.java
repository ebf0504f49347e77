package dev.beranda.application.tag;

import dev.beranda.domain.shared.BasedOn;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.tag.Keeping;
import dev.beranda.domain.tag.Tag;
import dev.beranda.domain.tag.TagName;
import dev.beranda.domain.tag.Tags;
import org.jspecify.annotations.Nullable;

/// Call a tag otherwise. Its posts keep it; its old address leads to the new one.
public final class ChangeTag {

    /// @param name nothing to leave it as it is, as with the slug
    public record Command(
            Role by,
            Slug tag,
            BasedOn seen,
            @Nullable TagName name,
            @Nullable Slug slug) {}

    public sealed interface Outcome {

        record Changed(TagView tag) implements Outcome {}

        record NotAllowed() implements Outcome {}

        record NoSuchTag() implements Outcome {}

        /// Somebody saved it since it was seen.
        record Stale() implements Outcome {}

        /// There is another one of this name.
        record Exists() implements Outcome {}

        record SlugTaken() implements Outcome {}
    }

    private final Tags tags;
    private final TagReader reader;
    private final Transactions transactions;

    public ChangeTag(Tags tags, TagReader reader, Transactions transactions) {
        this.tags = tags;
        this.reader = reader;
        this.transactions = transactions;
    }

    public Outcome change(Command command) {
        if (!command.by().includes(Role.EDITOR)) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(
                () -> tags.find(command.tag()).map(tag -> change(tag, command)).orElseGet(Outcome.NoSuchTag::new));
    }

    private Outcome change(Tag tag, Command command) {
        if (!command.seen().covers(tag.version())) {
            return new Outcome.Stale();
        }
        Tag changed = tag.called(
                command.name() == null ? tag.name() : command.name(),
                command.slug() == null ? tag.slug() : command.slug());
        if (changed.equals(tag)) {
            return changed(tag);
        }
        return switch (tags.save(changed)) {
            case Keeping.Kept(var kept) -> changed(kept);
            case Keeping.NameTaken() -> new Outcome.Exists();
            case Keeping.SlugTaken() -> new Outcome.SlugTaken();
        };
    }

    private Outcome changed(Tag tag) {
        return new Outcome.Changed(reader.find(tag.slug()).orElseThrow());
    }
}
