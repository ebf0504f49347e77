package dev.beranda.domain.post;

import dev.beranda.domain.shared.Typesetting.Typeset;
import java.util.List;

/// What posts say, as it was set by rules that have changed since.
public interface AgedTexts {

    List<PostId> find(int most);

    /// Nothing is done where somebody has saved the post since it was seen. It is no save itself: nobody who is
    /// writing on it has to mind.
    ///
    /// @return whether anything was done
    boolean renew(Post post, Typeset typeset);
}
