package dev.beranda.adapter.persistence.identity

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.fixture.People
import dev.beranda.domain.identity.Provider
import dev.beranda.domain.identity.Voucher
import dev.beranda.domain.identity.Voucher.Bonds
import dev.beranda.domain.identity.VoucherId
import dev.beranda.domain.identity.Vouchers
import dev.beranda.domain.identity.VouchersContract
import dev.beranda.domain.session.Arrivals
import dev.beranda.domain.user.Users
import dev.beranda.postgres.TestDatabase
import spock.lang.AutoCleanup
import spock.lang.Shared

class JooqVouchersIT extends VouchersContract {

    @Shared
    @AutoCleanup
    TestDatabase database = Databases.migrated()

    @Shared
    @AutoCleanup
    Node node = Node.on(database)

    Vouchers vouchers = node.get(Vouchers)
    Users users = node.get(Users)

    def "who is turned away does not arrive by a voucher either, others do"() {
        given:
        def budi = People.somebody()
        users.add(budi)
        def others = Voucher.of(
                new VoucherId(UUID.randomUUID()), budi.id(), new Provider('sunrise'), new Bonds('browser', 'challenge'), People.NOW)
        [voucher, others].each { vouchers.add(it) }

        when:
        node.get(Arrivals).turnAway(ayu.id())

        then:
        vouchers.take(voucher.id()).empty
        vouchers.take(others.id()).present
    }

    def "whose account goes does not arrive"() {
        given:
        vouchers.add(voucher)

        when:
        Databases.byHand(database, "delete from app_user where id = '${ayu.id()}'")

        then:
        vouchers.take(voucher.id()).empty
    }
}
