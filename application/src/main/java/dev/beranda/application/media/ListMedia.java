package dev.beranda.application.media;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.domain.media.Medium;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.user.UserId;

/// Look through what there is to write with: authors see their own, editors all.
public final class ListMedia {

    /// @param onlyOwn for editors who look for their own
    public record Query(UserId reader, Role role, boolean onlyOwn, PageRequest page) {}

    public sealed interface Outcome {

        record Listed(Page<MediumView> page) implements Outcome {}

        record NotAllowed() implements Outcome {}
    }

    private final MediaReader reader;

    public ListMedia(MediaReader reader) {
        this.reader = reader;
    }

    public Outcome list(Query query) {
        if (!Medium.mayBeBroughtBy(query.role())) {
            return new Outcome.NotAllowed();
        }
        boolean seesAll = query.role().includes(Role.EDITOR) && !query.onlyOwn();
        return new Outcome.Listed(reader.list(seesAll ? null : query.reader(), query.page()));
    }
}
