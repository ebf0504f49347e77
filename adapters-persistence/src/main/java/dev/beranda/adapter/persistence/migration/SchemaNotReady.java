package dev.beranda.adapter.persistence.migration;

/// The node cannot start on this database; the message says why, for whoever started it.
final class SchemaNotReady extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaNotReady(String why, Throwable cause) {
        super(why, cause);
    }
}
