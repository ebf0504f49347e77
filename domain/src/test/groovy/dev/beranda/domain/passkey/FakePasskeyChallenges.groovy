package dev.beranda.domain.passkey

class FakePasskeyChallenges implements PasskeyChallenges {

    private final Map<String, PasskeyChallenge> standing = [:]

    @Override
    synchronized void issue(PasskeyChallenge challenge) {
        standing[challenge.nonce()] = challenge
    }

    @Override
    synchronized Optional<PasskeyChallenge> take(String nonce) {
        Optional.ofNullable(standing.remove(nonce))
    }
}
