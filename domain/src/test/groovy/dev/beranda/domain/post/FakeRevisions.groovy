package dev.beranda.domain.post

import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.user.UserId
import java.time.Instant

class FakeRevisions implements Revisions, Restorable {

    private List<Revision> kept = []

    @Override
    synchronized void keep(PostId post, UserId by, Story story, Filing filing, Instant now) {
        int number = (kept.findAll { it.post() == post }*.number().max() ?: 0) + 1
        kept += new Revision(post, number, new Author.Known(by), story, new Filed.As(filing), now)
        kept = kept.findAll { it.post() != post || it.number() > number - MOST }
    }

    @Override
    synchronized Optional<Revision> find(PostId post, int number) {
        Optional.ofNullable(kept.find { it.post() == post && it.number() == number })
    }

    /// As with what was saved before it was kept.
    synchronized void forgetFiling() {
        kept = kept.collect { new Revision(it.post(), it.number(), it.by(), it.story(), new Filed.Unknown(), it.savedAt()) }
    }

    synchronized List<Revision> getAll() {
        kept
    }

    @Override
    synchronized Runnable presentState() {
        def present = kept
        return { kept = present }
    }
}
