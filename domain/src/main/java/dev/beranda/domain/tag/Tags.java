package dev.beranda.domain.tag;

import dev.beranda.domain.shared.Slug;
import java.util.List;
import java.util.Optional;

/// A name belongs to one tag, however it is written. A tag that another was merged into answers to that one's
/// names, too.
public interface Tags {

    /// Those of the same name that are there already, and in place of those that are not, these; under another slug
    /// where theirs is taken.
    ///
    /// @return in the order of what is wanted, each once
    List<TagId> obtain(List<Tag> wanted);

    /// @param address its own, or one it had before, or one of those that were merged into it
    Optional<Tag> find(Slug address);

    /// Who else wants its name or address at the same moment waits, and then does not get it.
    Keeping add(Tag tag);

    /// Its old name is free, its old address leads to it for ever.
    Keeping save(Tag tag);

    /// It is gone. The posts that had it are others by that: whoever is writing on one is told. Of very many, some
    /// become so a moment later; until then none is read with it.
    void remove(Tag tag, Heir heir);
}
