package dev.beranda.domain.credential;

/// Knows passwords that were found in stolen collections. Answers `false` when it cannot tell: nobody is kept out
/// because a third party is down.
public interface BreachedPasswords {

    boolean contains(Password password);
}
