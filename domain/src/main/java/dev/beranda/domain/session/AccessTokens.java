package dev.beranda.domain.session;

import java.util.Optional;

/// Signs and checks access tokens. Checking says that a token is ours and in time, not that its session still stands:
/// that is for [Revocations].
public interface AccessTokens {

    AccessToken sign(Access access);

    Optional<Access> check(AccessToken token);

    /// The same where it is known from an earlier check and costs no more than looking it up. Nothing says nothing.
    Optional<Access> recall(AccessToken token);
}
