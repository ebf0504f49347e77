package dev.beranda.adapter.persistence.identity

import dev.beranda.adapter.persistence.Databases
import dev.beranda.adapter.persistence.Node
import dev.beranda.domain.identity.Vouchers
import dev.beranda.domain.identity.VouchersContract
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

    def "whose account goes does not arrive"() {
        given:
        vouchers.add(voucher)

        when:
        Databases.byHand(database, "delete from app_user where id = '${ayu.id()}'")

        then:
        vouchers.take(voucher.id()).empty
    }
}
