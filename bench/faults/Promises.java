import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a journal says must be there, must not be there, and may be either.
final class Promises {

    enum Standing {
        /// Begun and never acknowledged.
        OPEN,
        KEPT
    }

    /// @param user the id the server gave, where it has answered
    /// @param doubtfulLogins logins nobody answered, which may have left a session behind
    record Account(Guest guest, Standing registered, String user, int doubtfulLogins) {

        Account registeredAs(String id) {
            return new Account(guest, Standing.KEPT, id, doubtfulLogins);
        }

        Account withDoubtfulLogin(int more) {
            return new Account(guest, registered, user, doubtfulLogins + more);
        }
    }

    enum End {
        NONE,
        DOUBTFUL,
        PROMISED
    }

    /// @param tokens the last that were acknowledged
    /// @param refreshing a refresh was begun after that, and never acknowledged
    record Session(String id, Guest guest, Tokens tokens, boolean refreshing, End end) {

        Session refreshing(boolean now) {
            return new Session(id, guest, tokens, now, end);
        }

        Session with(Tokens fresh) {
            return new Session(id, guest, fresh, false, end);
        }

        Session ending(End how) {
            return new Session(id, guest, tokens, refreshing, how);
        }
    }

    private record Begun(String operation, String subject) {}

    private final Map<Guest, Account> accounts = new TreeMap<>((one, other) -> one.number() - other.number());
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, Begun> begun = new HashMap<>();

    static Promises in(Path journal) throws IOException {
        var promises = new Promises();
        Files.readAllLines(journal).forEach(line -> promises.read(List.of(line.split(" "))));
        return promises;
    }

    Collection<Account> accounts() {
        return accounts.values();
    }

    List<Session> sessionsOf(Guest guest) {
        return sessions.values().stream()
                .filter(session -> session.guest().equals(guest))
                .toList();
    }

    List<Session> ended() {
        return sessions.values().stream()
                .filter(session -> session.end() == End.PROMISED)
                .toList();
    }

    private void read(List<String> words) {
        switch (words.getFirst()) {
            case "begin" -> begin(words.get(1), new Begun(words.get(2), words.get(3)));
            case "done" -> finish(begun.get(words.get(1)), words.subList(2, words.size()));
            default -> {}
        }
    }

    private void begin(String id, Begun operation) {
        begun.put(id, operation);
        switch (operation.operation()) {
            case "register" -> {
                var guest = guest(operation);
                accounts.put(guest, new Account(guest, Standing.OPEN, "", 0));
            }
            case "login" -> accounts.computeIfPresent(guest(operation), (_, account) -> account.withDoubtfulLogin(1));
            case "refresh" -> sessions.computeIfPresent(operation.subject(), (_, it) -> it.refreshing(true));
            default -> sessions.computeIfPresent(operation.subject(), (_, it) -> it.ending(End.DOUBTFUL));
        }
    }

    private void finish(Begun operation, List<String> told) {
        switch (operation.operation()) {
            case "register" -> accounts.computeIfPresent(guest(operation), (_, it) -> it.registeredAs(told.getFirst()));
            case "login" -> {
                accounts.computeIfPresent(guest(operation), (_, account) -> account.withDoubtfulLogin(-1));
                var tokens = new Tokens(told.get(0), told.get(1));
                sessions.put(
                        tokens.session(), new Session(tokens.session(), guest(operation), tokens, false, End.NONE));
            }
            case "refresh" -> {
                var tokens = new Tokens(told.get(0), told.get(1));
                sessions.computeIfPresent(operation.subject(), (_, it) -> it.with(tokens));
            }
            default -> sessions.computeIfPresent(operation.subject(), (_, it) -> it.ending(End.PROMISED));
        }
    }

    private static Guest guest(Begun operation) {
        return new Guest(Integer.parseInt(operation.subject()));
    }
}
