package dev.beranda.domain.comment;

import dev.beranda.domain.shared.Typesetting.Typeset;
import java.util.List;

/// What people said, as it was set by rules that have changed since.
public interface AgedRemarks {

    List<CommentId> find(int most);

    /// Nothing is done where somebody has saved the comment since it was seen. It is no save itself.
    ///
    /// @return whether anything was done
    boolean renew(Comment comment, Typeset typeset);
}
