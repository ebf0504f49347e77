package dev.beranda.domain.user

class FakeNewcomers implements Newcomers {

    private final FakeUsers users

    FakeNewcomers(FakeUsers users) {
        this.users = users
    }

    @Override
    Map<UserId, Set<Users.Taken>> taken(Collection<User> people) {
        people.collectEntries { [(it.id()): names(it)] }.findAll { it.value }
    }

    @Override
    Map<UserId, Set<Users.Taken>> addAll(Collection<User> people) {
        people.collectEntries { [(it.id()): users.add(it)] }.findAll { it.value }
    }

    private Set<Users.Taken> names(User person) {
        def taken = EnumSet.noneOf(Users.Taken)
        if (users.find(person.email()).present) {
            taken << Users.Taken.EMAIL
        }
        if (users.find(person.username()).present) {
            taken << Users.Taken.USERNAME
        }
        taken
    }
}
