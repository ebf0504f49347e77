package dev.beranda.domain.letter

import dev.beranda.domain.user.UserId

/// Keeps the letters, and fails as often as it is told to.
class SentLetters implements Letters, KeptLetters {

    List<Letter> all = []
    int failures = 0

    @Override
    void send(Letter letter) {
        if (failures > 0) {
            failures--
            throw new IllegalStateException('the carrier is ill')
        }
        all << letter
    }

    @Override
    void forget(UserId reader) {
        all.removeAll { it.reader() == reader }
    }

    Letter getLast() {
        all.last()
    }
}
