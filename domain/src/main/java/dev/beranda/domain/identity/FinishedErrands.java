package dev.beranda.domain.identity;

/// The errands that came back, as long as they could come back again.
public interface FinishedErrands {

    /// Of many who bring the same errand at once, one is told that it was them.
    boolean add(Errand errand);
}
