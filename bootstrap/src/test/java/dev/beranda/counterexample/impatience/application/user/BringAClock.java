package dev.beranda.counterexample.impatience.application.user;

import java.time.Clock;

public final class BringAClock {

    public Clock bring() {
        return Clock.systemUTC();
    }
}
