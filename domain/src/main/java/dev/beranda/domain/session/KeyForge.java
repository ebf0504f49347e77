package dev.beranda.domain.session;

import java.time.Instant;

/// Makes new signing keys.
public interface KeyForge {

    SigningKey forge(Instant signsFrom);
}
