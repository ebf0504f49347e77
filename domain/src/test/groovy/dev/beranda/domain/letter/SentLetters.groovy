package dev.beranda.domain.letter

/// Keeps the letters, and fails as often as it is told to.
class SentLetters implements Letters {

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

    Letter getLast() {
        all.last()
    }
}
