package dev.beranda.application.factor;

import dev.beranda.domain.session.Bearer;
import dev.beranda.domain.user.Stay;
import dev.beranda.domain.user.User;
import java.time.Instant;

/// Whether somebody may come in at all, whatever they have proven. Every door asks, in the transaction in which it
/// opens, and nobody else says for whom a session is.
sealed interface Admission {

    record Granted(Bearer bearer) implements Admission {}

    record Disabled() implements Admission {}

    /// They are to be forgotten then, unless they say otherwise.
    record Leaving(Instant end) implements Admission {}

    record Unverified() implements Admission {}

    static Admission of(User user, LetIn.AdmissionRules rules) {
        if (user.disabled()) {
            return new Disabled();
        }
        if (user.stay() instanceof Stay.Until(Instant end)) {
            return new Leaving(end);
        }
        if (rules.emailMustBeVerified() && !user.emailVerified()) {
            return new Unverified();
        }
        return new Granted(new Bearer(user.id(), user.role(), user.authority(), user.isBarred()));
    }
}
