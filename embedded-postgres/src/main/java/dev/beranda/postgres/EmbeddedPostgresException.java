package dev.beranda.postgres;

/// Why the server cannot be had, in one line meant for whoever started the program.
public final class EmbeddedPostgresException extends RuntimeException {

    private static final long serialVersionUID = 1;

    EmbeddedPostgresException(String line) {
        super(line);
    }

    EmbeddedPostgresException(String line, Throwable cause) {
        super(line + ": " + cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }
}
