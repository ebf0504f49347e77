package dev.beranda.postgres;

/// When to try again what may fail again: at once, then after one round, two, four, and at last after every ten. Ten
/// rounds without a need for it, and all is forgotten.
final class Backoff {

    private static final int LONGEST = 10;
    private static final int QUIET = 10;

    private int pause;
    private int left;
    private int quiet;

    /// A round in which it is needed; whether this is one to try in.
    boolean isTime() {
        quiet = 0;
        if (left > 0) {
            left--;
            return false;
        }
        pause = Math.clamp(pause * 2L, 1, LONGEST);
        left = pause - 1;
        return true;
    }

    void quietRound() {
        quiet++;
        if (quiet >= QUIET) {
            pause = 0;
            left = 0;
        }
    }

    @Override
    public String toString() {
        return "trying again in " + pause + " s";
    }
}
