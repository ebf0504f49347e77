package dev.beranda.domain.session;

/// What came of ending a session.
public sealed interface Ending {

    record Ended(Session session, SessionEvent.Ended event) implements Ending {}

    record AlreadyEnded() implements Ending {}
}
