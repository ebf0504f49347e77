package dev.beranda.domain.passkey

class FakePasskeyChallengesSpec extends PasskeyChallengesContract {

    PasskeyChallenges challenges = new FakePasskeyChallenges()
}
