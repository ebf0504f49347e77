package dev.beranda.postgres;

import java.util.Map;

/// What a power cut may cost. A cluster keeps the durability it was made with for life.
public enum Durability {

    /// Nothing that was committed.
    DURABLE,

    /// Everything: for tests and code generation, where speed is all that counts.
    DISPOSABLE;

    Map<String, String> parameters() {
        return switch (this) {
            case DURABLE -> Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");
            case DISPOSABLE ->
                Map.of(
                        "fsync", "off",
                        "synchronous_commit", "off",
                        "full_page_writes", "off",
                        "wal_level", "minimal",
                        "max_wal_senders", "0");
        };
    }
}
