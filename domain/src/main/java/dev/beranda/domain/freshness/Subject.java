package dev.beranda.domain.freshness;

import dev.beranda.domain.post.PostId;
import dev.beranda.domain.user.UserId;
import java.util.regex.Pattern;

/// What a public answer tells of. Whatever changes in the house changes one or several of them.
///
/// @param word as it is told from node to node, and to caches between the house and its readers
public record Subject(String word) {

    private static final Pattern WORD = Pattern.compile("[a-z0-9-]+");

    /// Which posts there are, in whatever order, and what lists say of them.
    public static final Subject POSTS = new Subject("posts");

    /// What tags and categories are called, wherever a post shows it, and how categories stand within one another.
    public static final Subject LABELS = new Subject("labels");

    /// Which tags there are, and how many posts have them.
    public static final Subject TAGS = new Subject("tags");

    /// Which categories there are, and how many posts stand in them.
    public static final Subject CATEGORIES = new Subject("categories");

    /// What is said to any post at all.
    public static final Subject THREADS = new Subject("threads");

    public Subject {
        if (!WORD.matcher(word).matches()) {
            throw new IllegalArgumentException("a subject is a word");
        }
    }

    public static Subject post(PostId post) {
        return new Subject("post-" + post);
    }

    /// What is said to a post.
    public static Subject thread(PostId post) {
        return new Subject("thread-" + post);
    }

    /// What somebody is called, and looks like.
    public static Subject person(UserId person) {
        return new Subject("person-" + person);
    }
}
