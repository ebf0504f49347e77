package dev.beranda.adapter.security.token;

import dev.beranda.domain.factor.Challenge;
import dev.beranda.domain.factor.ChallengeId;
import dev.beranda.domain.factor.ChallengeSeals;
import dev.beranda.domain.factor.ChallengeToken;
import java.util.Optional;

/// A token is the challenge's sealed id, under a key that serves nothing else.
public final class HmacChallengeSeals implements ChallengeSeals {

    private static final String USE = "second-factor";

    private final IdSeal seal;

    public HmacChallengeSeals(InstallationSecret secret) {
        this.seal = new IdSeal(secret.key(InstallationSecret.Purpose.CHALLENGES));
    }

    @Override
    public ChallengeToken tokenOf(Challenge challenge) {
        return new ChallengeToken(seal.seal(challenge.id().value(), USE));
    }

    @Override
    public Optional<ChallengeId> open(ChallengeToken token) {
        return seal.open(token.reveal(), USE).map(ChallengeId::new);
    }
}
