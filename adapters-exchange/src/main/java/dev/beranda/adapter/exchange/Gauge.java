package dev.beranda.adapter.exchange;

import dev.beranda.domain.shared.Flaw;
import java.io.IOException;
import java.io.Reader;

/// Lets XML through as long as no piece of it between two marks is so long that it could not be held.
final class Gauge extends Reader {

    private static final int LONGEST = 4 * 1024 * 1024;

    private final Reader source;
    private int piece;

    Gauge(Reader source) {
        this.source = source;
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
        int count = source.read(into, from, most);
        for (int at = from; at < from + count; at++) {
            piece = into[at] == '<' || into[at] == '>' ? 0 : piece + 1;
            if (piece > LONGEST) {
                throw new Malformed(new Flaw(Malformed.TOO_MUCH));
            }
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
