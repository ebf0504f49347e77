package dev.beranda.domain.post;

import dev.beranda.domain.tag.TagId;
import java.util.List;

/// What a post is found by and goes with.
///
/// @param tags in the author's order, each once
public record Filing(List<TagId> tags, Shelf shelf, Cover cover) {

    public static final int MOST_TAGS = 20;

    public Filing {
        tags = List.copyOf(tags);
        if (tags.size() > MOST_TAGS || tags.size() != tags.stream().distinct().count()) {
            throw new IllegalArgumentException("not the tags of a post");
        }
    }
}
