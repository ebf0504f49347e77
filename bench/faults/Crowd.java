import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Those who use the server: they register, log in, refresh, read and log out, and write all but the reading into the
/// journal. A session whose last request nobody answered is left alone, so that the checker can judge it.
final class Crowd {

    private record OpenSession(Guest guest, String id, Tokens tokens) {}

    private final Api api;
    private final Journal journal;
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Guest> guests = new CopyOnWriteArrayList<>();
    private final Deque<OpenSession> sessions = new ConcurrentLinkedDeque<>();
    private final List<String> readers = new CopyOnWriteArrayList<>();

    Crowd(Api api, Journal journal) {
        this.api = api;
        this.journal = journal;
    }

    /// Enough of everything to begin with.
    void settle(int people, int sessionsEach) {
        for (int i = 0; i < people; i++) {
            require(register());
        }
        for (int i = 0; i < people * sessionsEach; i++) {
            require(logIn(guests.get(i % people)));
        }
        renewReaders();
    }

    /// Readers have sessions of their own, whose access tokens nobody takes back.
    void renewReaders() {
        var fresh = new ArrayList<String>();
        for (Guest guest : guests.stream().limit(4).toList()) {
            long id = journal.begin("login", guest.number());
            var reply = api.logIn(guest);
            require(reply);
            var tokens = Tokens.in(reply);
            journal.acknowledged(id, tokens.access(), tokens.refresh());
            fresh.add(tokens.access());
        }
        readers.clear();
        readers.addAll(fresh);
    }

    Guest anybody() {
        return guests.get(ThreadLocalRandom.current().nextInt(guests.size()));
    }

    Optional<Reply> act(Deed deed) {
        return switch (deed) {
            case REGISTER -> Optional.of(register());
            case LOG_IN -> Optional.of(logIn(anybody()));
            case REFRESH -> take().map(this::refresh);
            case READ -> Optional.of(read());
            case LOG_OUT -> take().map(this::logOut);
            case LIKE, MERGE, EDIT -> throw new IllegalArgumentException("a crowd does not " + deed);
        };
    }

    private Optional<OpenSession> take() {
        return Optional.ofNullable(sessions.pollFirst());
    }

    private Reply register() {
        var guest = new Guest(numbers.incrementAndGet());
        long id = journal.begin("register", guest.number());
        var reply = api.register(guest);
        if (reply.isGood()) {
            journal.acknowledged(id, reply.text("id"));
            guests.add(guest);
        } else {
            journal.unanswered(id, reply);
        }
        return reply;
    }

    Reply logIn(Guest guest) {
        long id = journal.begin("login", guest.number());
        var reply = api.logIn(guest);
        if (reply.isGood()) {
            var tokens = Tokens.in(reply);
            journal.acknowledged(id, tokens.access(), tokens.refresh());
            sessions.addLast(new OpenSession(guest, tokens.session(), tokens));
        } else {
            journal.unanswered(id, reply);
        }
        return reply;
    }

    private Reply refresh(OpenSession session) {
        long id = journal.begin("refresh", session.id());
        var reply = api.refresh(session.tokens().refresh());
        if (reply.isGood()) {
            var tokens = Tokens.in(reply);
            journal.acknowledged(id, tokens.access(), tokens.refresh());
            sessions.addLast(new OpenSession(session.guest(), session.id(), tokens));
        } else {
            journal.unanswered(id, reply);
        }
        return reply;
    }

    private Reply logOut(OpenSession session) {
        long id = journal.begin("logout", session.id());
        var reply = api.logOut(session.tokens());
        if (reply.isGood()) {
            journal.acknowledged(id);
        } else {
            journal.unanswered(id, reply);
        }
        return reply;
    }

    private Reply read() {
        return api.me(readers.get(ThreadLocalRandom.current().nextInt(readers.size())));
    }

    private static void require(Reply reply) {
        if (!reply.isGood()) {
            throw new IllegalStateException("the crowd cannot settle: " + reply.inWords());
        }
    }
}
