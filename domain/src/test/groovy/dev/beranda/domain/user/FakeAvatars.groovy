package dev.beranda.domain.user

import dev.beranda.domain.shared.Restorable

class FakeAvatars implements Avatars, Restorable {

    private final FakeUsers users
    private Map<UserId, List> kept = [:]

    FakeAvatars(FakeUsers users) {
        this.users = users
    }

    @Override
    synchronized void keep(UserId user, Avatar avatar, List<Picture> widths) {
        kept += [(user): [avatar, widths]]
    }

    @Override
    synchronized void drop(UserId user) {
        kept -= kept.subMap([user])
    }

    @Override
    synchronized Optional<Picture> find(Avatar avatar, int width) {
        def owner = users.all.find { !it.barred && kept[it.id()]?.first() == avatar && it.profile().avatar() == avatar }
        Optional.ofNullable(owner ? kept[owner.id()].last().find { it.width() == width } : null)
    }

    @Override
    synchronized Runnable presentState() {
        def present = kept
        return { kept = present }
    }
}
