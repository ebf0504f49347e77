package dev.beranda.bootstrap.settings;

/// A setting is misspelt or impossible; the message is the one line the operator sees.
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message, null, false, false);
    }
}
