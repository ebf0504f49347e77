package dev.beranda.counterexample.crossedmap.application.user;

import dev.beranda.counterexample.crossedmap.application.session.EndSession;

public final class LeaveAndEndSessions {

    private final EndSession ending;

    public LeaveAndEndSessions(EndSession ending) {
        this.ending = ending;
    }

    public boolean leave() {
        return ending.end();
    }
}
