package dev.beranda.adapter.persistence.comment;

import dev.beranda.domain.comment.CommentId;
import dev.beranda.domain.comment.Place;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Places as they are kept, and as a list remembers where it stopped.
final class Paths {

    private static final String COMMA = ",";

    private Paths() {}

    static UUID[] stored(Place place) {
        return place.path().stream().map(CommentId::value).toArray(UUID[]::new);
    }

    static Place read(UUID[] path) {
        return new Place(Arrays.stream(path).map(CommentId::new).toList());
    }

    /// Threads sorted by this come in the opposite order.
    static UUID newestFirst(UUID[] path) {
        return new UUID(~path[0].getMostSignificantBits(), ~path[0].getLeastSignificantBits());
    }

    static String written(UUID[] path) {
        return Arrays.stream(path).map(UUID::toString).collect(Collectors.joining(COMMA));
    }

    static UUID[] parsed(String written) {
        return List.of(written.split(COMMA)).stream().map(UUID::fromString).toArray(UUID[]::new);
    }
}
