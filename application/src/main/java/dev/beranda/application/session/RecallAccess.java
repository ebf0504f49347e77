package dev.beranda.application.session;

import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.AccessToken;
import dev.beranda.domain.session.AccessTokens;
import dev.beranda.domain.session.Revocations;
import java.util.Optional;

/// Find out who acts without waiting for anything: who was here before and may certainly still act. About all others
/// nothing is said; [CheckAccess] will.
public final class RecallAccess {

    public record Query(AccessToken token) {}

    private final AccessTokens tokens;
    private final Revocations revocations;

    public RecallAccess(AccessTokens tokens, Revocations revocations) {
        this.tokens = tokens;
        this.revocations = revocations;
    }

    public Optional<Access> recall(Query query) {
        return tokens.recall(query.token()).filter(revocations::surelySpare);
    }
}
