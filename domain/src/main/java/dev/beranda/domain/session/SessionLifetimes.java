package dev.beranda.domain.session;

import java.time.Duration;

/// How long things last.
///
/// @param access an access token, before it has to be refreshed
/// @param idle a session that nobody uses
/// @param absolute a session however much it is used
/// @param grace a refresh token after its successor was given out, so that two tabs or a lost answer log nobody out
public record SessionLifetimes(Duration access, Duration idle, Duration absolute, Duration grace) {

    public static final SessionLifetimes USUAL = new SessionLifetimes(
            Duration.ofMinutes(15), Duration.ofDays(30), Duration.ofDays(180), Duration.ofSeconds(10));

    public SessionLifetimes {
        if (access.compareTo(idle) > 0 || idle.compareTo(absolute) > 0 || grace.isNegative()) {
            throw new IllegalArgumentException("an access token outlives its session, or a session itself");
        }
    }
}
