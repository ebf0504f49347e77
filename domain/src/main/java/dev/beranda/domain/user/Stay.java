package dev.beranda.domain.user;

import java.time.Instant;

/// Whether somebody is here to stay.
public sealed interface Stay {

    record ForGood() implements Stay {}

    /// They are leaving: until then they may think better of it, from then on they are to be forgotten.
    record Until(Instant end) implements Stay {}
}
