package dev.beranda.application.tag;

import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.tag.Keeping;
import dev.beranda.domain.tag.Tag;
import dev.beranda.domain.tag.TagMint;
import dev.beranda.domain.tag.TagName;
import dev.beranda.domain.tag.Tags;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Add a tag before any post has it.
public final class AddTag {

    /// @param slug nothing to have one made of the name
    public record Command(Role by, TagName name, @Nullable Slug slug) {}

    public sealed interface Outcome {

        record Added(TagView tag) implements Outcome {}

        record NotAllowed() implements Outcome {}

        /// There is one of this name, however it is written.
        record Exists() implements Outcome {}

        record SlugTaken() implements Outcome {}
    }

    private final Tags tags;
    private final TagMint tagMint;
    private final TagReader reader;
    private final Transactions transactions;
    private final Clock clock;

    public AddTag(Tags tags, TagMint tagMint, TagReader reader, Transactions transactions, Clock clock) {
        this.tags = tags;
        this.tagMint = tagMint;
        this.reader = reader;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Outcome add(Command command) {
        if (!command.by().includes(Role.EDITOR)) {
            return new Outcome.NotAllowed();
        }
        return transactions.write(() -> switch (keep(command)) {
            case Keeping.Kept(var tag) ->
                new Outcome.Added(reader.find(tag.slug()).orElseThrow());
            case Keeping.NameTaken() -> new Outcome.Exists();
            case Keeping.SlugTaken() -> new Outcome.SlugTaken();
        });
    }

    private Keeping keep(Command command) {
        Tag coined = tagMint.coin(command.name(), clock.instant());
        List<Slug> wanted = command.slug() == null ? coined.addresses() : List.of(command.slug());
        return wanted.stream()
                .map(slug -> tags.add(coined.called(coined.name(), slug)))
                .filter(keeping -> !(keeping instanceof Keeping.SlugTaken))
                .findFirst()
                .orElseGet(Keeping.SlugTaken::new);
    }
}
