package dev.beranda.domain.readership

import dev.beranda.domain.post.PostId
import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.user.UserId
import java.time.Instant

class FakeMarks implements Marks, Restorable {

    private Map<List, Instant> left = [:]

    @Override
    synchronized boolean leave(Mark mark, PostId post, UserId reader, Instant now) {
        boolean isNew = !left.containsKey([mark, post, reader])
        left = [([mark, post, reader]): now] + left
        isNew
    }

    @Override
    synchronized boolean takeBack(Mark mark, PostId post, UserId reader) {
        boolean wasThere = left.containsKey([mark, post, reader])
        left = left.findAll { it.key != [mark, post, reader] }
        wasThere
    }

    synchronized boolean has(Mark mark, PostId post, UserId reader) {
        left.containsKey([mark, post, reader])
    }

    @Override
    synchronized Runnable presentState() {
        def present = left
        return { left = present }
    }
}
