package dev.beranda.application.readership;

import dev.beranda.domain.post.PostId;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import java.util.List;

/// Tell somebody which of some posts they like or keep, and which of some people they follow: what is the same for
/// everybody says nothing of it.
public final class TellMarks {

    public record Query(UserId reader, List<PostId> posts, List<Username> people) {

        public Query {
            posts = List.copyOf(posts);
            people = List.copyOf(people);
        }
    }

    private final ReadershipReader readership;

    public TellMarks(ReadershipReader readership) {
        this.readership = readership;
    }

    public MarksView tell(Query query) {
        return readership.marks(query.reader(), query.posts(), query.people());
    }
}
