package dev.beranda.domain.factor

import dev.beranda.domain.session.Arrivals
import dev.beranda.domain.user.FakeUsers
import dev.beranda.domain.user.Users

class FakeChallengesSpec extends ChallengesContract {

    FakeChallenges challenges = new FakeChallenges()
    Arrivals arrivals = challenges
    Users users = new FakeUsers()
}
