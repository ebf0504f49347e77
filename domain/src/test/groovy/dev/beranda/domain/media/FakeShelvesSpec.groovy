package dev.beranda.domain.media

class FakeShelvesSpec extends ShelvesContract {

    Shelves shelves = new FakeShelves()
}
