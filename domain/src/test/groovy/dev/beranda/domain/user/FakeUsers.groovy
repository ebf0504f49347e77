package dev.beranda.domain.user

import dev.beranda.domain.shared.EmailAddress
import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.shared.Role
import dev.beranda.domain.shared.StaleAggregate

class FakeUsers implements Users, Restorable {

    private Map<UserId, User> users = [:]

    @Override
    synchronized Optional<User> find(UserId id) {
        Optional.ofNullable(users[id])
    }

    @Override
    synchronized Optional<User> find(EmailAddress email) {
        Optional.ofNullable(users.values().find { it.email() == email })
    }

    @Override
    synchronized Optional<User> find(Username username) {
        Optional.ofNullable(users.values().find { it.username().key() == username.key() })
    }

    @Override
    synchronized Set<Users.Taken> add(User user) {
        def taken = EnumSet.noneOf(Users.Taken)
        if (find(user.email()).present) {
            taken << Users.Taken.EMAIL
        }
        if (find(user.username()).present) {
            taken << Users.Taken.USERNAME
        }
        if (taken.empty) {
            users += [(user.id()): user]
        }
        taken
    }

    @Override
    synchronized User save(User user) {
        if (users[user.id()]?.version() != user.version()) {
            throw new StaleAggregate('A person')
        }
        def saved = new User(
                user.id(),
                user.email(),
                user.emailVerified(),
                user.username(),
                user.profile(),
                user.role(),
                user.disabled(),
                user.stay(),
                user.authority(),
                user.registeredAt(),
                user.version() + 1)
        users += [(user.id()): saved]
        saved
    }

    @Override
    synchronized boolean saveAt(User user) {
        def holder = find(user.email())
        if (holder.present && holder.get().id() != user.id()) {
            return false
        }
        save(user)
        true
    }

    @Override
    synchronized boolean anybodyIs(Role role) {
        users.values().any { it.role() == role && !it.barred }
    }

    @Override
    synchronized Set<UserId> holdAll(Role role) {
        users.values().findAll { it.role() == role && !it.barred }*.id() as Set
    }

    synchronized List<User> getAll() {
        users.values() as List
    }

    synchronized void forget(UserId id) {
        users -= users.subMap([id])
    }

    @Override
    synchronized Runnable presentState() {
        def present = users
        return { users = present }
    }
}
