package dev.beranda.application.factor;

import dev.beranda.domain.user.UserId;

/// Reads second factors for show.
public interface SecondFactorReader {

    SecondFactorView of(UserId user);
}
