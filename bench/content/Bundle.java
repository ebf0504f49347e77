import dev.beranda.domain.post.Excerpt;
import dev.beranda.domain.post.Story;
import dev.beranda.domain.post.Title;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.Typesetting.Typeset;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Some posts with all that hangs on them, written in one transaction.
final class Bundle {

    private final Plan plan;
    private final Shelves shelves;
    private final Texts texts;
    private final UUID[] people;
    private final Instant now = Instant.now();
    private final Rows posts = new Rows();
    private final Rows slugs = new Rows();
    private final Rows bodies = new Rows();
    private final Rows labels = new Rows();
    private final Rows revisions = new Rows();
    private final Rows prose = new Rows();
    private final Rows likes = new Rows();
    private final Rows comments = new Rows();

    Bundle(Plan plan, Shelves shelves, Texts texts, UUID[] people) {
        this.plan = plan;
        this.shelves = shelves;
        this.texts = texts;
        this.people = people;
    }

    void write(Connection connection, List<Sketch> sketches) throws SQLException {
        sketches.forEach(this::add);
        Loader.run(connection, "set session_replication_role = replica");
        Loader.copy(
                connection,
                "post",
                "id, author_id, slug, title, excerpt, own_excerpt, reading_minutes, stage, open_from, announced, trashed_at,"
                        + " category_id, counted_under, comment_count, like_count, created_at, updated_at, version",
                posts);
        Loader.copy(connection, "post_slug", "slug, post_id", slugs);
        Loader.copy(connection, "post_text", "post_id, markdown, html, outline, edition", bodies);
        Loader.copy(connection, "post_tag", "post_id, tag_id, place, visible_from, counted", labels);
        Loader.copy(
                connection,
                "post_revision",
                "post_id, number, editor_id, title, excerpt, markdown, saved_at",
                revisions);
        Loader.copy(connection, "post_like", "post_id, user_id, liked_at", likes);
        Loader.copy(
                connection,
                "comment",
                "id, post_id, path, newest_first, answered_id, author_id, markdown, html, edition, gist, state, concern,"
                        + " shown, report_count, written_at, worded_at, version",
                comments);
        Loader.run(connection, "set session_replication_role = origin");
        Loader.copy(connection, "post_search", "post_id, prose", prose);
        connection.commit();
    }

    private void add(Sketch sketch) {
        var chance = plan.chance("text", sketch.index());
        List<String> pieces = texts.pieces(chance, sketch);
        var excerpt = plan.likePeers() || chance.percent(80)
                ? Excerpt.NONE
                : new Excerpt(texts.title(chance, sketch.english(), sketch.index(), 0) + ".");
        var story = new Story(new Title(sketch.title()), new Markdown(String.join("\n\n", pieces)), excerpt);
        Typeset typeset = Texts.article(story.body().value());
        var discussion = new Discussion(plan, texts, sketch);
        add(sketch, story, typeset, discussion.counted());
        sketch.slugs().forEach(slug -> slugs.add(slug).add(sketch.id()).end());
        bodies.add(sketch.id())
                .add(story.body().value())
                .add(typeset.html().value())
                .add(typeset.outline().stream()
                        .map(heading -> heading.level() + " " + heading.anchor() + " " + heading.text())
                        .toArray(String[]::new))
                .add(Texts.edition())
                .end();
        prose.add(sketch.id()).add(typeset.prose().value()).end();
        addLabels(sketch);
        addRevisions(sketch, story, pieces);
        addLikes(sketch);
        discussion.write(comments, people);
    }

    private void add(Sketch sketch, Story story, Typeset typeset, int remarks) {
        UUID category = sketch.category() < 0 ? null : shelves.categories.get(sketch.category()).id();
        boolean isVisible = sketch.isVisible(now);
        if (isVisible) {
            shelves.count(sketch);
        }
        posts.add(sketch.id())
                .add(people[sketch.author()])
                .add(sketch.slugs().getFirst())
                .add(sketch.title())
                .add(story.teaser(typeset.prose()))
                .add(!story.excerpt().isNone())
                .add(typeset.prose().readingMinutes())
                .add(sketch.stage())
                .add(sketch.from())
                .add(sketch.from() != null && !sketch.from().isAfter(now))
                .add(sketch.trashed())
                .add(category)
                .add(isVisible ? category : null)
                .add(remarks)
                .add(sketch.likes())
                .add(sketch.created())
                .add(sketch.updated())
                .add(sketch.version())
                .end();
    }

    private void addLabels(Sketch sketch) {
        for (int place = 0; place < sketch.tags().length; place++) {
            labels.add(sketch.id())
                    .add(shelves.tags.get(sketch.tags()[place]).id())
                    .add(place)
                    .add(sketch.visibleFrom())
                    .add(sketch.isVisible(now))
                    .end();
        }
    }

    /// Each save said a little more.
    private void addRevisions(Sketch sketch, Story story, List<String> pieces) {
        for (int number = 1; number <= sketch.edits() + 1; number++) {
            int length = Math.max(1, pieces.size() - (sketch.edits() + 1 - number));
            revisions.add(sketch.id())
                    .add(number)
                    .add(people[sketch.author()])
                    .add(sketch.title())
                    .add(story.excerpt().value())
                    .add(String.join("\n\n", pieces.subList(0, length)))
                    .add(sketch.created().plus(Duration.ofMinutes(10L * (number - 1))))
                    .end();
        }
    }

    /// From somewhere in the crowd on, everybody in turn: so nobody likes a post twice.
    private void addLikes(Sketch sketch) {
        int first = plan.chance("likes", sketch.index()).below(people.length);
        for (int i = 0; i < sketch.likes(); i++) {
            likes.add(sketch.id())
                    .add(people[(first + i) % people.length])
                    .add(sketch.from().plusSeconds(60L + i))
                    .end();
        }
    }
}
