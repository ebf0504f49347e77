package dev.beranda.adapter.web.http;

import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/// What a client sent before it was its turn. While there is something, there is no need of more: the network may keep
/// it.
final class Ahead {

    /// Far more than a client that pipelines in earnest sends ahead.
    private static final int MOST = 256;

    private final Deque<Object> messages = new ArrayDeque<>(2);
    private boolean readWanted;

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /// Keeps one more, and says whether that is still bearable.
    boolean keep(Object message) {
        messages.add(message);
        return messages.size() <= MOST;
    }

    Object next() {
        return messages.remove();
    }

    void forget() {
        messages.forEach(ReferenceCountUtil::release);
        messages.clear();
    }

    /// Whether more may be read; who may not has it made up for, see [#owesRead()].
    boolean mayRead() {
        readWanted |= !isEmpty();
        return isEmpty();
    }

    /// Whether somebody wanted to read who may now.
    boolean owesRead() {
        boolean owes = readWanted && isEmpty();
        readWanted &= !owes;
        return owes;
    }
}
