package dev.beranda.domain.freshness

/** Remembers every change there was. */
class FakeChanges implements Changes {

    boolean hearing = true
    private final List<Subject> told = []

    void tell(Subject subject) {
        told << subject
    }

    @Override
    Optional<Moment> now() {
        hearing ? Optional.of(new Moment(told.size())) : Optional.empty()
    }

    @Override
    boolean surelyNoneOf(Set<Subject> subjects, Moment since) {
        hearing && told.drop(since.number() as int).every { !(it in subjects) }
    }
}
