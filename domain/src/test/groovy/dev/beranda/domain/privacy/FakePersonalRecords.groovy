package dev.beranda.domain.privacy

import dev.beranda.domain.user.FakeUsers
import dev.beranda.domain.user.UserId
import java.util.function.Consumer

/// Knows who is there, and nothing else about them.
class FakePersonalRecords implements PersonalRecords {

    private final FakeUsers users

    FakePersonalRecords(FakeUsers users) {
        this.users = users
    }

    @Override
    void tell(UserId person, Consumer<Piece> reader) {
        users.find(person).ifPresent { reader.accept(new Piece.Entry('user', 'account', [email: it.email().value()])) }
    }

    @Override
    void forget(UserId person) {
        users.forget(person)
    }
}
