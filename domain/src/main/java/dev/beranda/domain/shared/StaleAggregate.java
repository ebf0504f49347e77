package dev.beranda.domain.shared;

/// Somebody else saved first: what was decided here was decided on an old state.
public final class StaleAggregate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleAggregate(String what) {
        super(what + " was changed by somebody else in between");
    }
}
