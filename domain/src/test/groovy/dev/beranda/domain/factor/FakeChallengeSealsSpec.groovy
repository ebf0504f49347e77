package dev.beranda.domain.factor

class FakeChallengeSealsSpec extends ChallengeSealsContract {

    ChallengeSeals seals = new FakeChallengeSeals()
}
