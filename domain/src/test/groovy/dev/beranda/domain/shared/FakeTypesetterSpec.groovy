package dev.beranda.domain.shared

class FakeTypesetterSpec extends TypesetterContract {

    Typesetter typesetter = new FakeTypesetter()
}
