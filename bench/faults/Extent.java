/// How long a scenario goes on and how often it strikes.
enum Extent {
    /// To measure.
    FULL,
    /// To see, in a minute or two, that all holds.
    SHORT,
    /// Among the tests, where anything may run beside it: what is lost, doubled or answered wrongly is judged, and how
    /// long it took is only told.
    GLANCE;

    int of(int full, int brief, int glance) {
        return switch (this) {
            case FULL -> full;
            case SHORT -> brief;
            case GLANCE -> glance;
        };
    }
}
