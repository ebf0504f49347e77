package dev.beranda.adapter.persistence.freshness;

import static dev.beranda.adapter.persistence.jooq.Tables.POST;

import dev.beranda.adapter.persistence.feed.ChangeFeed;
import dev.beranda.adapter.persistence.feed.Subscriber;
import dev.beranda.adapter.persistence.feed.Topic;
import dev.beranda.adapter.persistence.time.DatabaseClock;
import dev.beranda.domain.freshness.Changes;
import dev.beranda.domain.freshness.Moment;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.user.UserId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;

/// Notes in memory when each subject was last told to have changed. Of very many, it is no longer known which: then all
/// of them count as changed. A post that was planned changes the lists when its moment comes, by the very clock they
/// are looked up by.
@Singleton
final class ListeningChanges implements Changes {

    private static final int NOTED_AT_MOST = 10_000;
    private static final int PLANNED_AT_MOST = 10_000;

    private final ChangeFeed feed;
    private final DSLContext sql;
    private final Clock clock;
    private final Calendar calendar = new Calendar();
    private final AtomicLong told = new AtomicLong();
    private final Map<String, Long> last = new ConcurrentHashMap<>();
    private volatile long everything;

    ListeningChanges(ChangeFeed feed, DSLContext sql, DatabaseClock clock) {
        this.feed = feed;
        this.sql = sql;
        this.clock = clock;
        feed.subscribe(Topic.PUBLIC, new Posters());
        feed.subscribe(Topic.USER, new People());
    }

    @Override
    public Optional<Moment> now() {
        lookAtTheCalendar();
        return feed.isFresh() ? Optional.of(new Moment(told.get())) : Optional.empty();
    }

    @Override
    public boolean surelyNoneOf(Set<Subject> subjects, Moment since) {
        lookAtTheCalendar();
        if (!feed.isFresh() || everything > since.number()) {
            return false;
        }
        for (Subject subject : subjects) {
            if (last.getOrDefault(subject.word(), 0L) > since.number()) {
                return false;
            }
        }
        return true;
    }

    private void lookAtTheCalendar() {
        if (calendar.isDue(clock.instant())) {
            note(Subject.POSTS.word());
        }
    }

    private synchronized void note(String word) {
        if (last.size() >= NOTED_AT_MOST) {
            noteAll();
        }
        last.put(word, told.incrementAndGet());
    }

    private synchronized void noteAll() {
        everything = told.incrementAndGet();
        last.clear();
    }

    private final class Posters implements Subscriber {

        @Override
        public void reread() {
            sql.select(POST.VISIBLE_FROM)
                    .from(POST)
                    .where(POST.VISIBLE_FROM.gt(clock.instant()))
                    .orderBy(POST.VISIBLE_FROM)
                    .limit(PLANNED_AT_MOST)
                    .forEach(planned -> calendar.mark(planned.value1()));
            noteAll();
        }

        /// A subject, and behind an `@` the moment of a plan, in milliseconds.
        @Override
        public void hear(String what) {
            int at = what.indexOf('@');
            if (at >= 0) {
                calendar.mark(Instant.ofEpochMilli(Long.parseLong(what, at + 1, what.length(), 10)));
            }
            note(at < 0 ? what : what.substring(0, at));
        }
    }

    private final class People implements Subscriber {

        @Override
        public void reread() {
            noteAll();
        }

        @Override
        public void hear(String userAndAuthority) {
            String user = userAndAuthority.substring(0, userAndAuthority.indexOf(':'));
            note(Subject.person(new UserId(UUID.fromString(user))).word());
        }
    }
}
