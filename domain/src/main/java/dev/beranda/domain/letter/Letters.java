package dev.beranda.domain.letter;

/// Takes letters to where people read them. Returns once the letter was accepted for delivery; a carrier that cannot be
/// reached or does not want it says so by its own exception.
///
/// The same letter may be brought twice, after a crash: it then carries the same mark, by which a mailbox can tell.
public interface Letters {

    void send(Letter letter);
}
