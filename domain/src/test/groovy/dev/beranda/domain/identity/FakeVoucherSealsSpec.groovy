package dev.beranda.domain.identity

class FakeVoucherSealsSpec extends VoucherSealsContract {

    VoucherSeals seals = new FakeVoucherSeals()
}
