package dev.beranda.domain.identity

class FakeFinishedErrandsSpec extends FinishedErrandsContract {

    FinishedErrands finished = new FakeFinishedErrands()
}
