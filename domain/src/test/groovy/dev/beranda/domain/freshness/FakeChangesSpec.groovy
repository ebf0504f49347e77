package dev.beranda.domain.freshness

class FakeChangesSpec extends ChangesContract {

    FakeChanges changes = new FakeChanges()

    @Override
    void change(Subject subject) {
        changes.tell(subject)
    }
}
