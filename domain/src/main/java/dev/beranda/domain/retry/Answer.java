package dev.beranda.domain.retry;

import dev.beranda.domain.user.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What somebody was told, to the letter.
public final class Answer {

    /// Those that say nothing of what was asked for, but of the moment or of who asked. A 409 is not among them: it
    /// says what stands in the way, such as a name that is taken. Who only lost a race gets no answer that could be
    /// kept: the work breaks down with [dev.beranda.domain.shared.StaleAggregate], and nothing has happened.
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 425, 429);

    private static final Set<Integer> FORM_IS_WRONG = Set.of(400, 422);

    private final int status;
    private final Map<String, String> head;
    private final byte[] body;
    private final Optional<UserId> newcomer;

    public Answer(int status, Map<String, String> head, byte[] body) {
        this(status, head, body, Optional.empty());
    }

    private Answer(int status, Map<String, String> head, byte[] body, Optional<UserId> newcomer) {
        this.status = status;
        this.head = Map.copyOf(head);
        this.body = body.clone();
        this.newcomer = newcomer;
    }

    /// The same, told to somebody who was not known when they asked: from now on it is theirs.
    public Answer to(UserId newcomer) {
        return new Answer(status, head, body, Optional.of(newcomer));
    }

    public int status() {
        return status;
    }

    public Map<String, String> head() {
        return head;
    }

    public byte[] body() {
        return body.clone();
    }

    /// Who came to be by it, if anybody did.
    public Optional<UserId> newcomer() {
        return newcomer;
    }

    /// Whether it is about how something was asked for, and nothing was looked at beside.
    public boolean saysTheFormIsWrong() {
        return FORM_IS_WRONG.contains(status);
    }

    /// Whether whoever asks again by the same name is told the same.
    public boolean isFinal() {
        return status < 500 && !PASSING.contains(status);
    }
}
