package dev.beranda.domain.privacy

import dev.beranda.domain.user.FakeUsers
import dev.beranda.domain.user.Stay
import dev.beranda.domain.user.UserId
import java.time.Instant

class FakeLeavers implements Leavers {

    private final FakeUsers users

    FakeLeavers(FakeUsers users) {
        this.users = users
    }

    @Override
    List<UserId> due(Instant now, int most) {
        users.all.findAll { isDue(it.stay(), now) }.sort { it.stay().end() }*.id().take(most)
    }

    @Override
    boolean hold(UserId person, Instant now) {
        users.find(person).filter { isDue(it.stay(), now) }.present
    }

    private static boolean isDue(Stay stay, Instant now) {
        stay instanceof Stay.Until && !stay.end().isAfter(now)
    }
}
