package dev.beranda.domain.tag;

import java.util.List;

public interface Tags {

    /// Those of the same name that are there already, and in place of those that are not, these; under another slug
    /// where theirs is taken.
    ///
    /// @return in the order of what is wanted, each once
    List<TagId> obtain(List<Tag> wanted);
}
