package dev.beranda.domain.media

import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.shared.StaleAggregate
import dev.beranda.domain.user.Users

class FakeMedia implements Media, Restorable {

    private final Users users
    private Map<MediaId, Medium> kept = [:]

    FakeMedia(Users users) {
        this.users = users
    }

    synchronized Collection<Medium> getAll() {
        kept.values()
    }

    @Override
    synchronized Optional<Medium> find(MediaId id) {
        Optional.ofNullable(kept[id])
    }

    @Override
    synchronized Admission add(Medium medium, long quota) {
        if (medium.owner() instanceof Owner.Nobody) {
            kept += [(medium.id()): medium]
            return Admission.ADDED
        }
        def owner = medium.owner().user()
        if (users.find(owner).empty) {
            return Admission.OWNER_GONE
        }
        if (kept.values().findAll { it.owner().is(owner) }*.bytes().sum(0L) + medium.bytes() > quota) {
            return Admission.OVER_QUOTA
        }
        kept += [(medium.id()): medium]
        Admission.ADDED
    }

    @Override
    synchronized Medium save(Medium medium) {
        if (kept[medium.id()]?.version() != medium.version()) {
            throw new StaleAggregate("medium")
        }
        def saved = new Medium(medium.id(), medium.owner(), medium.was(), medium.width(), medium.height(), medium.alt(),
                medium.prints(), medium.uploadedAt(), medium.version() + 1)
        kept += [(medium.id()): saved]
        saved
    }

    @Override
    synchronized void remove(MediaId id) {
        kept = kept.findAll { it.key != id }
    }

    @Override
    synchronized Set<MediaId> known(List<MediaId> ids) {
        ids.findAll { it in kept.keySet() } as Set
    }

    @Override
    synchronized Runnable presentState() {
        def present = kept
        return { kept = present }
    }
}
