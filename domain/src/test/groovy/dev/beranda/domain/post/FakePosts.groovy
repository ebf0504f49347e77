package dev.beranda.domain.post

import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.shared.Slug
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.shared.Typesetting.Typeset
import java.time.Instant

class FakePosts implements Posts, Premieres, Trash, AgedTexts, Restorable {

    private Map<PostId, Post> posts = [:]
    private Map<PostId, Typeset> texts = [:]
    private Map<Slug, PostId> addresses = [:]
    private Set<PostId> aged = []

    @Override
    synchronized Optional<Post> find(PostKey key) {
        switch (key) {
            case PostKey.Id: return Optional.ofNullable(posts[key.id()])
            case PostKey.Address: return Optional.ofNullable(posts[addresses[key.slug()]])
        }
    }

    @Override
    synchronized Optional<Slug> claim(List<Slug> wanted, PostId post) {
        def slug = wanted.find { (addresses[it] ?: post) == post }
        if (slug) {
            addresses += [(slug): post]
        }
        Optional.ofNullable(slug)
    }

    @Override
    synchronized void add(Post post, Typeset typeset) {
        assert addresses[post.slug()] == post.id()
        posts += [(post.id()): post]
        texts += [(post.id()): typeset]
    }

    @Override
    synchronized Post save(Post post) {
        if (posts[post.id()]?.version() != post.version()) {
            throw new StaleAggregate('A post')
        }
        put(post, announced(post.stage(), posts[post.id()].stage()), post.version() + 1)
    }

    private static Stage announced(Stage saved, Stage kept) {
        if (saved instanceof Stage.Trashed) {
            return new Stage.Trashed(announced(saved.before(), kept), saved.at())
        }
        def wasTold = isUntold(saved) && kept instanceof Stage.Open && kept.news() instanceof News.Told
        if (!wasTold) {
            return saved
        }
        saved.from() == kept.from() ? kept : new Stage.Open(saved.from(), new News.Again(kept.from()))
    }

    @Override
    synchronized Post rewrite(Post post, Typeset typeset) {
        def saved = save(post)
        texts += [(post.id()): typeset]
        aged -= post.id()
        saved
    }

    @Override
    synchronized List<PostId> due(Instant now, int most) {
        posts.values().findAll { isDue(it, now) }.sort { it.stage().from() }.take(most)*.id()
    }

    @Override
    synchronized Optional<News.Untold> begin(PostId id, Instant now) {
        def post = posts[id]
        if (post == null || !isDue(post, now)) {
            return Optional.empty()
        }
        put(post, new Stage.Open(post.stage().from(), new News.Told()), post.version())
        Optional.of(post.stage().news())
    }

    @Override
    synchronized List<PostId> thrownAway(Instant before, int most) {
        posts.values().findAll { it.stage() instanceof Stage.Trashed && it.stage().at().isBefore(before) }.sort { it.stage().at() }.take(most)*.id()
    }

    @Override
    synchronized void remove(Post post) {
        if (posts[post.id()]?.version() != post.version()) {
            throw new StaleAggregate('A post')
        }
        posts = posts.findAll { it.key != post.id() }
        texts = texts.findAll { it.key != post.id() }
        addresses = addresses.findAll { it.value != post.id() }
    }

    @Override
    synchronized List<PostId> find(int most) {
        aged.take(most) as List
    }

    @Override
    synchronized boolean renew(Post post, Typeset typeset) {
        if (posts[post.id()]?.version() != post.version() || !(post.id() in aged)) {
            return false
        }
        texts += [(post.id()): typeset]
        aged -= post.id()
        true
    }

    /// As if it was set long ago.
    synchronized void age(PostId id, Typeset typeset) {
        texts += [(id): typeset]
        aged += id
    }

    synchronized Typeset textOf(PostId id) {
        texts[id]
    }

    synchronized List<Post> getAll() {
        posts.values() as List
    }

    private Post put(Post post, Stage stage, long version) {
        def saved = new Post(
                post.id(), post.author(), post.slug(), post.story(), post.filing(), stage, post.createdAt(), post.updatedAt(), version)
        posts += [(post.id()): saved]
        saved
    }

    private static boolean isDue(Post post, Instant now) {
        isUntold(post.stage()) && !post.stage().from().isAfter(now)
    }

    private static boolean isUntold(Stage stage) {
        stage instanceof Stage.Open && stage.news() instanceof News.Untold
    }

    @Override
    synchronized Runnable presentState() {
        def (presentPosts, presentTexts, presentAddresses) = [posts, texts, addresses]
        return { (posts, texts, addresses) = [presentPosts, presentTexts, presentAddresses] }
    }
}
