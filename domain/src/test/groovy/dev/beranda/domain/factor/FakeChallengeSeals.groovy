package dev.beranda.domain.factor

/// Remembers what it made.
class FakeChallengeSeals implements ChallengeSeals {

    private final Map<String, ChallengeId> made = [:]

    @Override
    synchronized ChallengeToken tokenOf(Challenge challenge) {
        def text = "challenge-of-${challenge.id()}".toString()
        made[text] = challenge.id()
        new ChallengeToken(text)
    }

    @Override
    synchronized Optional<ChallengeId> open(ChallengeToken token) {
        Optional.ofNullable(made[token.reveal()])
    }
}
