package dev.beranda.application.session;

import dev.beranda.domain.session.Access;
import dev.beranda.domain.session.AccessToken;
import dev.beranda.domain.session.AccessTokens;
import dev.beranda.domain.session.Revocations;

/// Find out who acts, and whether they still may.
public final class CheckAccess {

    public record Query(AccessToken token) {}

    public sealed interface Outcome {

        record Granted(Access access) implements Outcome {}

        record NotValid() implements Outcome {}

        record TakenBack() implements Outcome {}
    }

    private final AccessTokens tokens;
    private final Revocations revocations;

    public CheckAccess(AccessTokens tokens, Revocations revocations) {
        this.tokens = tokens;
        this.revocations = revocations;
    }

    public Outcome check(Query query) {
        return tokens.check(query.token()).map(this::standing).orElseGet(Outcome.NotValid::new);
    }

    private Outcome standing(Access access) {
        return revocations.cover(access) ? new Outcome.TakenBack() : new Outcome.Granted(access);
    }
}
