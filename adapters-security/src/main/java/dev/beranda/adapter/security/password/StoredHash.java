package dev.beranda.adapter.security.password;

import dev.beranda.domain.credential.Password;
import dev.beranda.domain.credential.PasswordHasher.Match;
import java.util.function.Function;

/// A hash that could be read.
///
/// @param kind scheme and cost: two hashes of one kind take the same time
record StoredHash(String kind, Function<Password, Match> comparison) {

    Match compare(Password password) {
        return comparison.apply(password);
    }

    static Match match(boolean same, boolean current) {
        if (!same) {
            return Match.NO;
        }
        return current ? Match.YES : Match.YES_BUT_OUTDATED;
    }
}
