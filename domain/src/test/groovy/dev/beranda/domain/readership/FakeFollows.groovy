package dev.beranda.domain.readership

import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.user.UserId
import java.time.Instant

class FakeFollows implements Follows, Restorable {

    private Map<List<UserId>, Instant> all = [:]

    @Override
    synchronized boolean add(UserId follower, UserId followed, Instant now) {
        boolean isNew = !all.containsKey([follower, followed])
        all = [([follower, followed]): now] + all
        isNew
    }

    @Override
    synchronized boolean remove(UserId follower, UserId followed) {
        boolean wasThere = all.containsKey([follower, followed])
        all = all.findAll { it.key != [follower, followed] }
        wasThere
    }

    synchronized boolean has(UserId follower, UserId followed) {
        all.containsKey([follower, followed])
    }

    @Override
    synchronized Runnable presentState() {
        def present = all
        return { all = present }
    }
}
