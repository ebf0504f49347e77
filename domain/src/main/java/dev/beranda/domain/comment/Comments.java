package dev.beranda.domain.comment;

import dev.beranda.domain.shared.Typesetting.Typeset;
import dev.beranda.domain.user.UserId;
import java.util.Optional;

public interface Comments {

    Optional<Comment> find(CommentId comment);

    void add(Comment comment, Typeset typeset);

    /// Saves where it stands. What is deleted loses its text here, too.
    Comment save(Comment comment);

    /// Saves all of it.
    Comment reword(Comment comment, Typeset typeset);

    /// Whether anything of theirs is shown to everybody.
    boolean anyPublished(UserId author);
}
