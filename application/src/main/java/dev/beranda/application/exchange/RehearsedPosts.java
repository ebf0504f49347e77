package dev.beranda.application.exchange;

import dev.beranda.domain.post.Excerpt;
import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.post.PostKey;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Story;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.Typesetting.Typeset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Without their texts, of which there may be more than can be held.
record RehearsedPosts(Posts kept, Map<PostId, Post> brought, Map<Slug, PostId> claimed) implements Posts {

    private static final Markdown NOTHING = new Markdown("");

    static RehearsedPosts of(Posts kept) {
        return new RehearsedPosts(kept, new HashMap<>(), new HashMap<>());
    }

    @Override
    public Optional<Post> find(PostKey key) {
        return switch (key) {
            case PostKey.Id(var id) -> Optional.ofNullable(brought.get(id)).or(() -> kept.find(key));
            case PostKey.Address(var slug) ->
                claimed.containsKey(slug) ? find(new PostKey.Id(claimed.get(slug))) : kept.find(key);
        };
    }

    @Override
    public Optional<Slug> claim(List<Slug> wanted, PostId post) {
        Optional<Slug> free = wanted.stream()
                .filter(slug -> owner(slug).orElse(post).equals(post))
                .findFirst();
        free.ifPresent(slug -> claimed.put(slug, post));
        return free;
    }

    private Optional<PostId> owner(Slug slug) {
        return Optional.ofNullable(claimed.get(slug))
                .or(() -> kept.find(new PostKey.Address(slug)).map(Post::id));
    }

    @Override
    public void add(Post post, Typeset typeset) {
        save(post);
    }

    @Override
    public Post save(Post post) {
        var story = new Story(post.story().title(), NOTHING, Excerpt.NONE);
        brought.put(
                post.id(),
                post.broughtAgain(post.author(), post.slug(), story, post.filing(), post.stage(), post.updatedAt()));
        return post;
    }

    @Override
    public Post rewrite(Post post, Typeset typeset) {
        return save(post);
    }
}
