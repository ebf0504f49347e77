package dev.beranda.domain.media;

import java.time.Instant;
import java.util.UUID;

/// Names one medium, and tells when the name was given (UUID version 7): so how old something is can be seen wherever
/// only its name is left.
public record MediaId(UUID value) implements Comparable<MediaId> {

    /// Before every other.
    public static final MediaId FIRST = new MediaId(new UUID(0, 0));

    public Instant givenAt() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    /// In the order in which names are given, which is that of their letters.
    @Override
    public int compareTo(MediaId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
