package dev.beranda.domain.retry;

import java.util.Map;
import java.util.Set;

/// What somebody was told, to the letter.
public final class Answer {

    /// Those that say nothing of what was asked for, but of the moment or of who asked; 409 is one of them by its
    /// general code only, see [#isFinal].
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 425, 429);

    private final int status;
    private final Map<String, String> head;
    private final byte[] body;

    public Answer(int status, Map<String, String> head, byte[] body) {
        this.status = status;
        this.head = Map.copyOf(head);
        this.body = body.clone();
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

    /// Whether the same would be said to whoever asks again.
    public boolean isFinal() {
        return status < 500 && !PASSING.contains(status);
    }
}
