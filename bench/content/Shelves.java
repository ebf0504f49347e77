import dev.beranda.domain.shared.Slug;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// Tags and categories, with what each is talked about with, and how many posts everybody sees of each.
final class Shelves {

    /// @param topic words that are said more often under it, in English and in Indonesian
    record Tag(UUID id, String name, String slug, List<List<String>> topic) {}

    /// @param parent its place among all, or -1
    record Category(UUID id, int parent, String name, String slug) {}

    private static final String[] ROOTS = {"Travel", "Kuliner", "Technology", "Budaya", "Family", "Olahraga"};
    private static final String[] BELOW = {"Diary", "Panduan", "News"};

    final List<Tag> tags = new ArrayList<>();
    final List<Category> categories = new ArrayList<>();
    final AtomicIntegerArray postsOfTag;
    final AtomicIntegerArray postsOfCategory;
    final Instant opened;

    Shelves(Plan plan, List<Words> languages) {
        opened = plan.until().minus(Duration.ofDays(5 * 365));
        if (plan.likePeers()) {
            for (int i = 1; i <= 50; i++) {
                add(plan.chance("tag", i), "tag-" + i, languages);
            }
        } else {
            addTags(plan, languages);
            addCategories(plan);
        }
        postsOfTag = new AtomicIntegerArray(tags.size());
        postsOfCategory = new AtomicIntegerArray(categories.size());
    }

    private void addTags(Plan plan, List<Words> languages) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; names.size() < plan.tags(); i++) {
            var chance = plan.chance("tag name", i);
            var words = languages.get(chance.below(2));
            String name = words.telling(chance) + (chance.percent(40) ? " " + words.telling(chance) : "");
            if (names.add(name)) {
                add(plan.chance("tag", names.size()), name, languages);
            }
        }
    }

    /// Two names may have one address, so their number stands behind where it is needed.
    private void add(Chance chance, String name, List<Words> languages) {
        var topic = languages.stream().map(words -> words.topic(chance)).toList();
        var slug = Slug.of(Texts.plain(name), new Slug("tag-" + tags.size()));
        for (int number = 2; slugs.contains(slug.value()); number++) {
            slug = Slug.of(Texts.plain(name), new Slug("tag")).numbered(number);
        }
        slugs.add(slug.value());
        tags.add(new Tag(chance.id(opened), name, slug.value(), topic));
    }

    private final Set<String> slugs = new LinkedHashSet<>();

    private void addCategories(Plan plan) {
        for (String root : ROOTS) {
            int parent = categories.size();
            add(plan, root, -1, root);
            for (String below : BELOW) {
                int middle = categories.size();
                add(plan, root + " " + below, parent, root + "-" + below);
                if (below.equals("News")) {
                    add(plan, root + " This Week", middle, root + "-this-week");
                }
            }
        }
    }

    private void add(Plan plan, String name, int parent, String slug) {
        var id = plan.chance("category", categories.size()).id(opened);
        categories.add(new Category(id, parent, name, slug.toLowerCase(Locale.ROOT)));
    }

    /// The first ones are wanted most.
    int anyTag(Chance chance) {
        return (int) (tags.size() * Math.pow(chance.share(), 2.5));
    }

    void count(Sketch post) {
        for (int tag : post.tags()) {
            postsOfTag.incrementAndGet(tag);
        }
        if (post.category() >= 0) {
            postsOfCategory.incrementAndGet(post.category());
        }
    }
}
