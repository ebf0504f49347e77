package dev.beranda.domain.identity

class FakeErrandSealsSpec extends ErrandSealsContract {

    ErrandSeals seals = new FakeErrandSeals()
}
