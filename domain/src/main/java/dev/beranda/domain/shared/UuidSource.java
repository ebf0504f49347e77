package dev.beranda.domain.shared;

import java.util.UUID;

/// Gives fresh identifiers that sort by the time they were given (UUID version 7).
public interface UuidSource {

    UUID next();
}
