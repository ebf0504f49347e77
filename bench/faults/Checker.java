import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Holds the journal against the server, through its interface: what was acknowledged is there once and whole, what was
/// not is there whole or not at all.
final class Checker {

    /// @param seen how much was held against the server
    /// @param broken promises, in words
    record Findings(String seen, List<String> broken) {}

    private static final int AT_ONCE = 4;
    private static final int ATTEMPTS = 20;

    private final Api api;
    private final Promises promises;
    private final ConcurrentLinkedQueue<String> broken = new ConcurrentLinkedQueue<>();

    Checker(Api api, Promises promises) {
        this.api = api;
        this.promises = promises;
    }

    Findings check() {
        try (var hands = Executors.newFixedThreadPool(AT_ONCE)) {
            promises.accounts().forEach(account -> hands.execute(() -> guarded(account)));
        }
        return new Findings(inWords(), List.copyOf(broken));
    }

    /// Sessions that were logged out, and nothing else: quick enough to do after each fault.
    List<String> checkEnded(int atMost) {
        promises.ended().stream().limit(atMost).forEach(this::expectDead);
        return List.copyOf(broken);
    }

    private String inWords() {
        var accounts = promises.accounts();
        long promised = accounts.stream()
                .filter(account -> account.registered() == Promises.Standing.KEPT)
                .count();
        var sessions = accounts.stream()
                .flatMap(account -> promises.sessionsOf(account.guest()).stream())
                .toList();
        long doubtful = sessions.stream()
                .filter(session -> session.refreshing() || session.end() == Promises.End.DOUBTFUL)
                .count();
        return promised + " accounts acknowledged, " + (accounts.size() - promised) + " not; " + sessions.size()
                + " sessions acknowledged, " + promises.ended().size() + " of them ended, " + doubtful
                + " with an unanswered request";
    }

    private void guarded(Promises.Account account) {
        try {
            check(account);
        } catch (IllegalStateException failure) {
            report(account.guest(), "cannot be checked: " + failure.getMessage());
        }
    }

    private void check(Promises.Account account) {
        var login = patiently(() -> api.logIn(account.guest()));
        if (login.isGood()) {
            checkWhole(account, login);
            checkSessions(account, login);
            return;
        }
        if (account.registered() == Promises.Standing.KEPT) {
            report(account.guest(), "was acknowledged and is lost: login says " + login.inWords());
            return;
        }
        checkAbsent(account.guest(), login);
    }

    /// Nothing may be left of an account nobody can enter: its names must be free.
    private void checkAbsent(Guest guest, Reply login) {
        expect(guest, login.is(401), "an account nobody acknowledged refuses with " + login.inWords());
        var again = patiently(() -> api.register(guest));
        expect(guest, again.is(201), "is there in part: no login, but registering says " + again.inWords());
    }

    private void checkWhole(Promises.Account account, Reply login) {
        var guest = account.guest();
        var byEmail = patiently(() -> api.logIn(guest.email(), guest));
        expect(guest, byEmail.isGood(), "can log in by name but not by e-mail address: " + byEmail.inWords());
        expect(guest, login.text("id").equals(byEmail.text("id")), "is two accounts");
        boolean isPromised = account.registered() == Promises.Standing.KEPT;
        expect(guest, !isPromised || login.text("id").equals(account.user()), "has another id than acknowledged");
        var me = patiently(() -> api.me(login.text("access")));
        expect(guest, me.text("username").equals(guest.username()), "has another name");
        expect(guest, me.text("email").equals(guest.email()), "has another address");
        expect(guest, me.text("display_name").equals(guest.displayName()), "has another display name");
        var again = patiently(() -> api.register(guest));
        expect(guest, again.is(409), "could be registered twice: " + again.inWords());
    }

    private void checkSessions(Promises.Account account, Reply login) {
        var listed = Json.texts(
                patiently(() -> api.sessions(login.text("access"))) instanceof Reply.Answer answer ? answer.body() : "",
                "id");
        var known = promises.sessionsOf(account.guest());
        known.forEach(session ->
                check(session, listed.stream().filter(session.id()::equals).count()));
        long unknown = listed.stream()
                .filter(id -> known.stream().noneMatch(session -> session.id().equals(id)))
                .count();
        int ours = 2;
        expect(
                account.guest(),
                unknown <= account.doubtfulLogins() + ours,
                "has " + (unknown - ours) + " sessions nobody was told of, after " + account.doubtfulLogins()
                        + " logins without an answer");
    }

    private void check(Promises.Session session, long listed) {
        switch (session.end()) {
            case PROMISED -> {
                expect(session, listed == 0, "was ended and is listed");
                expectDead(session);
            }
            case NONE -> {
                expect(session, listed == 1, "is listed " + listed + " times");
                expectAlive(session);
            }
            case DOUBTFUL -> {
                if (listed == 0) {
                    expectDead(session);
                } else {
                    expectAlive(session);
                }
            }
        }
    }

    private void expectDead(Promises.Session session) {
        var access = patiently(() -> api.me(session.tokens().access()));
        expect(session, access.is(401), "is over, but its access token gets " + access.inWords());
        var refresh = patiently(() -> api.refresh(session.tokens().refresh()));
        expect(session, refresh.is(401), "is over, but refreshing it gets " + refresh.inWords());
    }

    /// A refresh whose answer was lost has happened or has not. If it has, the old token is a used one by now.
    private void expectAlive(Promises.Session session) {
        var refresh = patiently(() -> api.refresh(session.tokens().refresh()));
        boolean mayBeUsed = session.refreshing() && refresh.inWords().equals("401 token_reused");
        expect(session, refresh.isGood() || mayBeUsed, "is alive, but refreshing it gets " + refresh.inWords());
        if (refresh.isGood()) {
            expect(session, Tokens.in(refresh).session().equals(session.id()), "goes on as another");
        }
    }

    /// Being busy is no answer to the question.
    private static Reply patiently(Supplier<Reply> question) {
        var reply = question.get();
        for (int i = 1; i < ATTEMPTS && reply instanceof Reply.Answer busy && busy.asksToComeAgain(); i++) {
            pause();
            reply = question.get();
        }
        return reply;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void expect(Guest guest, boolean condition, String words) {
        if (!condition) {
            report(guest, words);
        }
    }

    private void expect(Promises.Session session, boolean condition, String words) {
        expect(session.guest(), condition, "session " + session.id() + " " + words);
    }

    private void report(Guest guest, String words) {
        broken.add(guest.username() + " " + words);
    }

    /// What is judged of findings, for every scenario the same.
    static void judge(Verdict verdict, Findings findings) {
        var first = new ArrayList<>(findings.broken()).stream().limit(5).toList();
        verdict.judge(
                "acknowledged: there once and whole; not acknowledged: there whole or not at all",
                findings.broken().isEmpty(),
                findings.seen()
                        + (first.isEmpty() ? "" : "; " + findings.broken().size() + " broken, such as " + first));
    }
}
