package dev.beranda.adapter.email;

import dev.beranda.domain.letter.Letter;

/// Nobody took the letter on. The cause says why.
final class Undelivered extends RuntimeException {

    Undelivered(Letter letter, Exception cause) {
        super("letter " + letter.id() + " was not taken on", cause);
    }
}
