package dev.beranda.domain.comment;

import java.util.OptionalInt;

/// What readers complain about.
public interface Reports {

    /// Takes a complaint, one from each person for ever. Who complains about the same comment at the same moment waits,
    /// so that everybody is counted.
    ///
    /// @return how many complained since somebody last judged it; nothing if this person had done so before
    OptionalInt file(Report report);

    /// Somebody judged the comment: what was complained so far is heard.
    void settle(CommentId comment);
}
