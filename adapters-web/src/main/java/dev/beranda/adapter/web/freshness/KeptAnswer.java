package dev.beranda.adapter.web.freshness;

import dev.beranda.domain.freshness.Moment;

/// An answer, and as of when it was true.
record KeptAnswer(PublicAnswer answer, Moment since) {

    /// Of an entry besides the bytes of the answer and the letters of its address, roughly.
    private static final int OVERHEAD = 500;

    static KeptAnswer of(PublicAnswer answer, Moment since) {
        return new KeptAnswer(answer, since);
    }

    int weight(String address) {
        return OVERHEAD + 2 * address.length() + answer.bytes();
    }
}
