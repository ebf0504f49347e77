package dev.beranda.adapter.security.password;

/// What a hasher has done since it was opened, and who waits for it now.
///
/// @param hashed new hashes made
/// @param compared comparisons with a stored hash
/// @param comparedWithNothing comparisons for accounts that are not there or have no password
/// @param unreadable how many of the compared were stored in a way nobody here can read
/// @param rejected calls that found no free place
/// @param abandoned calls whose caller went away before the work was begun
/// @param waiting calls in the queue at this moment
public record HashingWork(
        long hashed,
        long compared,
        long comparedWithNothing,
        long unreadable,
        long rejected,
        long abandoned,
        int waiting) {

    /// How often the slow function ran.
    public long computations() {
        return hashed + compared + comparedWithNothing;
    }
}
