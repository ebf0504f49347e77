import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/// Fills a database that has the schema and one account with people and what they write. The texts are set by the house's own
/// classes, so `beranda.jar` has to be on the class path; the words they are found by are made by the database's own trigger.
///
/// `java -cp beranda.jar Generate.java JDBC-ADDRESS USER PASSWORD [--posts N] [--comments N] [--likes N] [--people N]
/// [--tags N] [--seed N] [--until INSTANT] [--like peers]`
final class Generate {

    private static final int BUNDLE = 250;

    private static final String[] FIRST =
            "Ayu Budi Citra Dewi Eka Fajar Gita Hadi Indah Joko Kartika Lestari Made Nina Oki Putri Rina Sari Tono Wayan Alice Ben Clara Daniel Emma Frank Grace Henry Iris Jack"
                    .split(" ");
    private static final String[] LAST =
            "Santoso Wijaya Hartono Pratama Lestari Nugroho Siregar Simanjuntak Halim Kusuma Smith Jones Baker Miller Cooper Walker Green Hughes Bennett Foster"
                    .split(" ");

    private final Plan plan;
    private final Loader loader;

    private Generate(Plan plan, Loader loader) {
        this.plan = plan;
        this.loader = loader;
    }

    public static void main(String[] words) throws SQLException, InterruptedException {
        var plan = Plan.read(words, 3);
        var loader = new Loader(words[0], words[1], words[2]);
        long begun = System.nanoTime();
        new Generate(plan, loader).run();
        System.out.printf(Locale.ROOT, "RESULT %.1f%n", (System.nanoTime() - begun) / 1e9);
    }

    private void run() throws SQLException, InterruptedException {
        var languages = List.of(Words.english(), Words.indonesian());
        var shelves = new Shelves(plan, languages);
        var texts = new Texts(plan, shelves, languages);
        UUID[] people = settle();
        set(shelves);
        List<String> indexes = loader.takeIndexesDown();
        try {
            write(shelves, texts, people);
            count(shelves);
        } finally {
            loader.putIndexesUp(indexes);
        }
        loader.tidy();
        System.out.println(plan);
    }

    /// The password of the account that is there already is everybody's, for making a hash for each would take hours.
    private UUID[] settle() throws SQLException {
        try (var connection = loader.connectQuietly()) {
            var rows = new Rows();
            var secrets = new Rows();
            String hash = Loader.texts(
                            connection,
                            "select hash from credential join app_user on user_id = id where username = 'bench0001'")
                    .getFirst();
            int known = Loader.texts(connection, "select id from app_user where username like 'bench%'").size();
            for (int i = known + 1; i <= plan.people(); i++) {
                add(i, hash, rows, secrets);
            }
            Loader.copy(
                    connection,
                    "app_user",
                    "id, email, email_verified, username, username_key, display_name, role, disabled, authority,"
                            + " registered_at, version",
                    rows);
            Loader.copy(connection, "credential", "user_id, hash, set_at, version", secrets);
            Loader.run(
                    connection,
                    "update app_user set role = 'author' where username like 'bench%' and substr(username, 6)::int <= "
                            + (1 + authors()));
            connection.commit();
            return Loader.texts(
                            connection,
                            "select id from app_user where username like 'bench%' order by substr(username, 6)::int")
                    .stream()
                    .map(UUID::fromString)
                    .toArray(UUID[]::new);
        }
    }

    private int authors() {
        return plan.people() * Plan.AUTHORS_OF_A_HUNDRED / 100;
    }

    private void add(int number, String hash, Rows rows, Rows secrets) {
        var chance = plan.chance("person", number);
        var since = plan.until().minus(Duration.ofDays(4 * 365 + 30)).plusSeconds(number);
        UUID id = chance.id(since);
        String name = String.format(Locale.ROOT, "bench%04d", number);
        rows.add(id)
                .add(name + "@example.com")
                .add(true)
                .add(name)
                .add(name)
                .add(plan.likePeers() ? name : chance.one(FIRST) + " " + chance.one(LAST))
                .add("reader")
                .add(false)
                .add(0)
                .add(since)
                .add(0)
                .end();
        secrets.add(id).add(hash).add(since).add(0).end();
    }

    private void write(Shelves shelves, Texts texts, UUID[] people) throws SQLException, InterruptedException {
        var drafts = new Drafts(plan, shelves, texts, authors());
        var failure = new AtomicReference<Throwable>();
        int hands = 2 * Runtime.getRuntime().availableProcessors();
        var connections = new ConcurrentLinkedQueue<Connection>();
        for (int i = 0; i < hands; i++) {
            connections.add(loader.connectQuietly());
        }
        var room = new Semaphore(2 * hands);
        try (var workers = Executors.newFixedThreadPool(hands)) {
            for (int first = 1; first <= plan.posts() && failure.get() == null; first += BUNDLE) {
                List<Sketch> sketches = new ArrayList<>();
                for (int index = first; index < first + BUNDLE && index <= plan.posts(); index++) {
                    sketches.add(drafts.next(index));
                }
                room.acquire();
                workers.execute(() -> {
                    Connection connection = connections.remove();
                    try {
                        new Bundle(plan, shelves, texts, people).write(connection, sketches);
                    } catch (SQLException | RuntimeException e) {
                        failure.compareAndSet(null, e);
                    } finally {
                        connections.add(connection);
                        room.release();
                    }
                });
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("not everything was written", failure.get());
        }
        for (Connection connection : connections) {
            connection.close();
        }
    }

    /// Before the posts, for these are found by the names of their tags.
    private void set(Shelves shelves) throws SQLException {
        var tags = new Rows();
        var names = new Rows();
        var addresses = new Rows();
        for (var tag : shelves.tags) {
            tags.add(tag.id()).add(tag.slug()).add(tag.name()).add(tag.name()).add(shelves.opened).add(0).end();
            names.add(tag.name()).add(tag.id()).end();
            addresses.add(tag.slug()).add(tag.id()).end();
        }
        var categories = new Rows();
        var placards = new Rows();
        for (var category : shelves.categories) {
            categories.add(category.id())
                    .add(category.parent() < 0 ? null : shelves.categories.get(category.parent()).id())
                    .add(category.slug())
                    .add(category.name())
                    .add(shelves.opened)
                    .add(0)
                    .end();
            placards.add(category.slug()).add(category.id()).end();
        }
        try (var connection = loader.connectQuietly()) {
            Loader.copy(connection, "tag", "id, slug, name, name_key, created_at, version", tags);
            Loader.copy(connection, "tag_name", "name_key, tag_id", names);
            Loader.copy(connection, "tag_slug", "slug, tag_id", addresses);
            Loader.copy(connection, "category", "id, parent_id, slug, name, created_at, version", categories);
            Loader.copy(connection, "category_slug", "slug, category_id", placards);
            connection.commit();
        }
    }

    private void count(Shelves shelves) throws SQLException {
        try (var connection = loader.connectQuietly()) {
            for (int i = 0; i < shelves.tags.size(); i++) {
                count(connection, "tag", shelves.tags.get(i).id(), shelves.postsOfTag.get(i));
            }
            for (int i = 0; i < shelves.categories.size(); i++) {
                count(connection, "category", shelves.categories.get(i).id(), shelves.postsOfCategory.get(i));
            }
            connection.commit();
        }
    }

    private static void count(Connection connection, String table, UUID id, int posts) throws SQLException {
        Loader.run(connection, "update %s set post_count = %d where id = '%s'".formatted(table, posts, id));
    }
}
