import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.Gist;
import dev.beranda.domain.comment.Place;
import dev.beranda.domain.shared.Typesetting.Typeset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// What is said to one post: some to the post itself, some to each other, in threads that the house's own rules bound.
final class Discussion {

    private static final int DIGEST = 16;

    /// @param answered the place of what it answers among all, or -1
    private record Remark(UUID id, Place place, int answered, int author, String state, Instant at) {}

    private final Plan plan;
    private final Texts texts;
    private final Sketch post;
    private final List<Remark> remarks = new ArrayList<>();

    Discussion(Plan plan, Texts texts, Sketch post) {
        this.plan = plan;
        this.texts = texts;
        this.post = post;
        var chance = plan.chance("discussion", post.index());
        Instant at = post.from();
        for (int i = 0; i < post.comments(); i++) {
            long rest = Math.max(2_000, plan.until().toEpochMilli() - at.toEpochMilli());
            at = at.plusMillis(1 + chance.below((int) Math.min(Math.max(rest / (post.comments() - i + 1), 1), 40_000_000)));
            add(chance, at);
        }
    }

    /// Below what is not shown, nothing can hang.
    private void add(Chance chance, Instant at) {
        UUID id = chance.id(at);
        int above = remarks.isEmpty() || plan.likePeers() || chance.percent(55) ? -1 : chance.below(remarks.size());
        int answered = above >= 0 && isShown(remarks.get(above).state()) ? above : -1;
        var place = answered < 0
                ? Place.first(new CommentId(id))
                : remarks.get(answered).place().below(new CommentId(id));
        remarks.add(new Remark(id, place, answered, chance.below(plan.people()), state(chance), at));
    }

    private String state(Chance chance) {
        int share = plan.likePeers() ? 0 : chance.below(1_000);
        return share < 970 ? "published" : share < 980 ? "deleted" : share < 988 ? "held" : share < 994 ? "spam" : "rejected";
    }

    /// Of those that were deleted here, everybody could read each before.
    private static boolean isShown(String state) {
        return state.equals("published") || state.equals("deleted");
    }

    int counted() {
        return (int) remarks.stream().filter(remark -> remark.state().equals("published")).count();
    }

    void write(Rows rows, UUID[] people) {
        var chance = plan.chance("remarks", post.index());
        for (int i = 0; i < remarks.size(); i++) {
            write(rows, remarks.get(i), people, texts.remark(chance, post, i));
        }
    }

    private void write(Rows rows, Remark remark, UUID[] people, String text) {
        boolean isDeleted = remark.state().equals("deleted");
        Typeset typeset = Texts.remark(isDeleted ? "" : text);
        UUID[] path = remark.place().path().stream().map(CommentId::value).toArray(UUID[]::new);
        rows.add(remark.id())
                .add(post.id())
                .add(path)
                .add(new UUID(~path[0].getMostSignificantBits(), ~path[0].getLeastSignificantBits()))
                .add(remark.answered() < 0 ? null : remarks.get(remark.answered()).id())
                .add(people[remark.author()])
                .add(isDeleted ? "" : text)
                .add(isDeleted ? "" : typeset.html().value())
                .add(Texts.edition())
                .add(isDeleted ? null : gist(typeset))
                .add(remark.state())
                .add(remark.state().equals("held") ? "suspicion" : null)
                .add(isShown(remark.state()))
                .add(0)
                .add(remark.at())
                .add(remark.at())
                .add(remark.state().equals("published") || remark.state().equals("held") ? 0 : 1)
                .end();
    }

    private static byte[] gist(Typeset typeset) {
        var gist = Gist.of(typeset.prose());
        try {
            return !gist.isTelling()
                    ? null
                    : Arrays.copyOf(
                            MessageDigest.getInstance("SHA-256").digest(gist.value().getBytes(StandardCharsets.UTF_8)),
                            DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
