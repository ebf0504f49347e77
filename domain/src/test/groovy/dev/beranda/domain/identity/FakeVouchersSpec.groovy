package dev.beranda.domain.identity

import dev.beranda.domain.user.FakeUsers
import dev.beranda.domain.user.Users

class FakeVouchersSpec extends VouchersContract {

    Vouchers vouchers = new FakeVouchers()
    Users users = new FakeUsers()
}
