package dev.beranda.domain.session;

/// Knows, on every node within a second, which access was taken back before its time.
public interface Revocations {

    /// Whether the session was ended, or it was changed what the bearer may do, since the token was made.
    boolean cover(Access access);

    /// Whether it is certain, without asking anybody, that nothing was taken back. No says nothing.
    boolean surelySpare(Access access);
}
