import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// R13: everybody likes one post at once, and those who look after the house change the same rows from opposite ends.
/// Nobody waits long for the row that is counted on, nobody is told of a deadlock, and the count is right in the end.
final class HotRow implements Scenario {

    private static final Duration LIKED_WITHIN = Duration.ofMillis(500);
    private static final Duration READS_WITHIN = Duration.ofMillis(50);
    private static final int POSTS = 6;
    private static final Pattern LIKES = Pattern.compile("\"like_count\"\\s*:\\s*(\\d+)");

    /// Somebody who likes the post, or does not any more.
    private static final class Liker {

        private final String access;
        private boolean likes;
        private boolean isKnown = true;

        private Liker(String access) {
            this.access = access;
        }
    }

    private final int likers;
    private final int likesASecond;
    private final int seconds;
    private final int quietSeconds;

    HotRow(Extent extent) {
        likers = extent.of(200, 100, 50);
        likesASecond = extent.of(500, 500, 100);
        seconds = extent.of(60, 10, 5);
        quietSeconds = extent.of(20, 8, 2);
    }

    @Override
    public void play(Stage stage, Verdict verdict) throws IOException, InterruptedException {
        try (var server = stage.server()) {
            server.awaitReady();
            var api = server.api();
            String administrator = Tokens.in(api.logIn(Guest.ADMINISTRATOR.email(), Guest.ADMINISTRATOR)).access();
            String post = api.write(administrator, "The post everybody likes", List.of()).text("id");
            String other = api.write(administrator, "Another post", List.of()).text("id");
            List<Liker> people = settle(api);
            Deque<Liker> free = new ConcurrentLinkedDeque<>(people);
            read(api, administrator, other, quietSeconds / 2);
            var quiet = read(api, administrator, other, quietSeconds);
            var likes = new Samples();
            var edits = new Samples();
            Samples reads;
            try (var _ = new Load(new Load.Rate(likesASecond, List.of(Deed.LIKE)), _ -> like(api, post, free), likes)
                            .begin();
                    var editors = Executors.newVirtualThreadPerTaskExecutor()) {
                long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
                editors.execute(() -> changeFromBothEnds(api, administrator, end, edits));
                reads = read(api, administrator, other, seconds);
            }
            judgeLikes(verdict, likes);
            judgeEdits(verdict, edits);
            judgeReads(verdict, quiet, reads);
            judgeCount(verdict, api, administrator, post, people);
        }
    }

    private List<Liker> settle(Api api) {
        List<Liker> people = new ArrayList<>();
        for (int number = 1; number <= likers; number++) {
            var guest = new Guest(number);
            api.register(guest);
            people.add(new Liker(Tokens.in(api.logIn(guest)).access()));
        }
        return people;
    }

    /// Each waits for their last answer. Who got none is not asked again, for nobody knows what came of it.
    private static Optional<Reply> like(Api api, String post, Deque<Liker> free) {
        var liker = free.pollFirst();
        if (liker == null) {
            return Optional.empty();
        }
        var reply = api.like(liker.access, post, !liker.likes);
        if (reply.isGood()) {
            liker.likes = !liker.likes;
        }
        liker.isKnown = reply instanceof Reply.Answer;
        if (liker.isKnown) {
            free.addLast(liker);
        }
        return Optional.of(reply);
    }

    private static Samples read(Api api, String access, String post, int seconds) throws InterruptedException {
        var reads = new Samples();
        try (var _ = new Load(
                        new Load.Rate(50, List.of(Deed.READ)), _ -> Optional.of(api.show(access, post)), reads)
                .begin()) {
            TimeUnit.SECONDS.sleep(seconds);
        }
        return reads;
    }

    /// Posts get two new tags in either order, both tags are merged into each other at once, and meanwhile all these posts
    /// get other titles, from the first on and from the last on.
    private static void changeFromBothEnds(Api api, String access, long end, Samples edits) {
        for (int round = 1; System.nanoTime() - end < 0; round++) {
            String left = "left " + round;
            String right = "right " + round;
            var posts = new ConcurrentLinkedDeque<String>();
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < POSTS; i++) {
                List<String> tags = i % 2 == 0 ? List.of(left, right) : List.of(right, left);
                String title = "Round " + round + " post " + i;
                writers.add(() -> {
                    var written = noted(edits, Deed.EDIT, () -> api.write(access, title, tags));
                    if (written.isGood()) {
                        posts.add(written.text("id"));
                    }
                    return null;
                });
            }
            atOnce(writers);
            List<String> all = List.copyOf(posts);
            String one = left.replace(' ', '-');
            String two = right.replace(' ', '-');
            atOnce(List.of(
                    () -> noted(edits, Deed.MERGE, () -> api.merge(access, one, two)),
                    () -> noted(edits, Deed.MERGE, () -> api.merge(access, two, one)),
                    () -> entitle(api, access, all, edits),
                    () -> entitle(api, access, all.reversed(), edits)));
        }
    }

    private static Reply entitle(Api api, String access, List<String> posts, Samples edits) {
        Reply last = new Reply.Silence("nothing to do");
        for (String post : posts) {
            last = noted(edits, Deed.EDIT, () -> api.entitle(access, post, "Called anew " + System.nanoTime()));
        }
        return last;
    }

    private static Reply noted(Samples edits, Deed deed, Supplier<Reply> work) {
        long sent = System.nanoTime();
        var reply = work.get();
        edits.add(deed, sent, sent, reply);
        return reply;
    }

    private static void atOnce(List<? extends Callable<?>> works) {
        try (var crew = Executors.newVirtualThreadPerTaskExecutor()) {
            works.forEach(crew::submit);
        }
    }

    private void judgeLikes(Verdict verdict, Samples likes) {
        verdict.note("likes: " + likes.inWords());
        verdict.judgeTime(
                "likes come at " + likesASecond + " a second",
                likes.size() >= 0.95 * likesASecond * seconds,
                likes.size() + " in " + seconds + " s");
        verdict.judge("all are served", likes.failed().size() == 0, likes.causes().toString());
        verdict.judgeTime(
                "with a p99 of 500 ms at most",
                likes.percentile(0.99).compareTo(LIKED_WITHIN) <= 0,
                Moments.inWords(likes.percentile(0.99)));
    }

    /// Who merges into what was merged away a moment before is told so, and who lost a race, too.
    private static void judgeEdits(Verdict verdict, Samples edits) {
        verdict.note("changes from both ends: " + edits.inWords());
        var wrong = edits.where(sample -> !(sample.reply().isGood()
                || sample.reply().is(404)
                || sample.reply().is(409)
                || sample.reply().is(422)));
        verdict.judge("nobody is told of a deadlock", wrong.size() == 0, wrong.causes().toString());
        verdict.judge(
                "and of those who changed a post, none had to come again",
                edits.where(sample -> sample.deed() == Deed.EDIT).failed().size() == 0,
                edits.where(sample -> sample.deed() == Deed.EDIT).causes().toString());
        verdict.judge(
                "of two that are merged into each other, one stays",
                edits.where(sample -> sample.deed() == Deed.MERGE && sample.reply().isGood()).size() > 0,
                edits.where(sample -> sample.deed() == Deed.MERGE).inWords());
    }

    private static void judgeReads(Verdict verdict, Samples quiet, Samples reads) {
        verdict.note("reads of another post in quiet: " + quiet.inWords());
        var calm = quiet.percentile(0.99);
        if (calm.compareTo(READS_WITHIN) > 0) {
            verdict.note("the machine was too busy without the likes already; the times prove nothing");
        }
        verdict.judge("reads of another post are all served", reads.failed().size() == 0, reads.inWords());
        verdict.judgeTime(
                "with a p99 of 50 ms at most",
                reads.percentile(0.99).compareTo(READS_WITHIN) <= 0,
                Moments.inWords(reads.percentile(0.99)));
    }

    /// What is counted is added up a moment later.
    private static void judgeCount(Verdict verdict, Api api, String access, String post, List<Liker> people)
            throws InterruptedException {
        long sure = people.stream().filter(liker -> liker.likes && liker.isKnown).count();
        long unsure = people.stream().filter(liker -> !liker.isKnown).count();
        long counted = -1;
        for (int look = 0; look < 50 && (counted < sure || counted > sure + unsure); look++) {
            TimeUnit.MILLISECONDS.sleep(200);
            var found = api.show(access, post);
            counted = found instanceof Reply.Answer answer ? number(answer.body()) : -1;
        }
        verdict.judge(
                "the count is right ten seconds later at the latest",
                counted >= sure && counted <= sure + unsure,
                counted + " of " + sure + (unsure == 0 ? "" : " and perhaps " + unsure + " more"));
    }

    private static long number(String body) {
        var found = LIKES.matcher(body);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }
}
