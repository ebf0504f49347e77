package dev.beranda.domain.comment;

import java.util.ArrayList;
import java.util.List;

/// Where in a discussion a comment stands: behind those before it, below what it answers.
///
/// @param path from the first of the thread down to the comment itself
public record Place(List<CommentId> path) {

    /// How many can stand above one. Who answers the deepest stands beside it.
    public static final int DEEPEST = 5;

    public Place {
        path = List.copyOf(path);
        if (path.isEmpty() || path.size() > DEEPEST + 1) {
            throw new IllegalArgumentException("no place in a discussion");
        }
    }

    /// The first of a thread.
    public static Place first(CommentId comment) {
        return new Place(List.of(comment));
    }

    public Place below(CommentId comment) {
        List<CommentId> below = new ArrayList<>(path.subList(0, Math.min(path.size(), DEEPEST)));
        below.add(comment);
        return new Place(below);
    }

    public int depth() {
        return path.size() - 1;
    }
}
