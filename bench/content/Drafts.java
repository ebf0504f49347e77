import dev.beranda.domain.post.Post;
import dev.beranda.domain.post.PostId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// Draws up the posts, the oldest first, each with an address of its own.
final class Drafts {

    private static final Duration EVER = Duration.ofDays(4 * 365);

    private final Plan plan;
    private final Shelves shelves;
    private final Texts texts;
    private final int authors;
    private final Set<String> taken = new HashSet<>();
    private final double weights;
    private double weighed;
    private int commentsGiven;
    private int likesGiven;

    /// What becomes of a post, which has to be known before it is drawn up: only what everybody sees is talked about.
    private enum Fate {
        OUT,
        DRAFT,
        PLANNED,
        WITHDRAWN,
        TRASHED
    }

    Drafts(Plan plan, Shelves shelves, Texts texts, int authors) {
        this.plan = plan;
        this.shelves = shelves;
        this.texts = texts;
        this.authors = authors;
        this.weights = IntStream.rangeClosed(1, plan.posts()).mapToDouble(this::weight).sum();
    }

    private Fate fate(int index) {
        if (plan.likePeers()) {
            return Fate.OUT;
        }
        int share = plan.chance("fate", index).below(100);
        return share < 90 ? Fate.OUT : share < 94 ? Fate.DRAFT : share < 96 ? Fate.PLANNED : share < 98
                ? Fate.WITHDRAWN : Fate.TRASHED;
    }

    /// How much it is talked about: a few are very much.
    private double weight(int index) {
        return fate(index) != Fate.OUT ? 0 : plan.likePeers() ? 1 : plan.chance("weight", index).around(1, 1.1);
    }

    Sketch next(int index) {
        var chance = plan.chance("sketch", index);
        Fate fate = fate(index);
        Instant created = plan.until().minus(EVER).plus(EVER.dividedBy(plan.posts()).multipliedBy(index - 1L))
                .plusMillis(chance.below(900));
        UUID id = chance.id(created);
        boolean english = chance.percent(50);
        int[] tags = tags(chance, index);
        String title = texts.title(chance, english, index, tags.length == 0 ? 0 : tags[0]);
        boolean atOnce = plan.likePeers() || chance.percent(60);
        int edits = plan.likePeers() || chance.percent(60) ? 0 : chance.between(1, 3);
        Instant from = from(fate, chance, atOnce, created);
        Instant saved = created.plus(Duration.ofMinutes(10L * edits));
        Instant updated = from != null && from.isAfter(saved) && fate != Fate.PLANNED ? from : saved;
        boolean isLater = fate == Fate.PLANNED || fate == Fate.OUT && !atOnce;
        int more = fate == Fate.WITHDRAWN || fate == Fate.TRASHED ? 1 : 0;
        weighed += weight(index);
        int comments = (int) Math.round(plan.comments() * (weighed / weights)) - commentsGiven;
        commentsGiven += comments;
        int likes = (int) Math.round(plan.likes() * (weighed / weights)) - likesGiven;
        likesGiven += likes;
        return new Sketch(
                index,
                id,
                plan.likePeers() ? index * 7 % plan.people() : 1 + (int) (authors * Math.pow(chance.share(), 1.5)),
                english,
                title,
                slugs(id, title, index, chance),
                edits,
                fate == Fate.DRAFT ? "draft" : fate == Fate.WITHDRAWN ? "withdrawn" : "open",
                created,
                from,
                fate == Fate.TRASHED ? updated.plusSeconds(3_600) : null,
                more > 0 ? updated.plusSeconds(3_600) : updated,
                edits + (isLater ? 1 : 0) + more,
                tags,
                shelves.categories.isEmpty() || chance.percent(20) ? -1 : chance.below(shelves.categories.size()),
                comments,
                Math.min(likes, plan.people() - 1));
    }

    private Instant from(Fate fate, Chance chance, boolean atOnce, Instant created) {
        Instant out = atOnce ? created : created.plusSeconds(chance.between(600, 40_000));
        return switch (fate) {
            case DRAFT -> null;
            case PLANNED -> plan.until().plus(Duration.ofDays(2)).plus(Duration.ofMinutes(chance.below(60 * 24 * 60)));
            case WITHDRAWN, TRASHED -> created;
            case OUT -> out.isBefore(plan.until().minusSeconds(60)) ? out : created;
        };
    }

    private int[] tags(Chance chance, int index) {
        if (plan.likePeers()) {
            return IntStream.range(0, 3).map(k -> (index * 13 + k * 17) % 50).toArray();
        }
        return IntStream.generate(() -> shelves.anyTag(chance)).limit(chance.between(1, 5)).distinct().toArray();
    }

    private List<String> slugs(UUID id, String title, int index, Chance chance) {
        List<String> slugs = new ArrayList<>();
        slugs.add(plan.likePeers() ? "post-" + index : claim(id, title));
        if (!plan.likePeers() && chance.percent(3)) {
            slugs.add(claim(id, title + " " + index));
        }
        return slugs;
    }

    private String claim(UUID id, String title) {
        return Post.addresses(new PostId(id), Texts.plain(title)).stream()
                .map(Object::toString)
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }
}
