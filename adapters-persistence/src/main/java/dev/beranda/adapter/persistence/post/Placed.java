package dev.beranda.adapter.persistence.post;

import dev.beranda.application.post.FoundPostView;
import dev.beranda.application.shared.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post that was found, and where the list goes on behind it: in a part of the list, behind what it was put in
/// order by.
record Placed(FoundPostView post, Position position) {

    /// Begin a position behind those of which the best were chosen, and among titles that only resemble.
    private static final String OLDER = "<";

    private static final String RESEMBLING = "~";
    private static final int KEY_AND_ID = 2;

    /// @param key what it was put in order by
    static Placed of(FoundPostView post, Object key, List<String> part) {
        List<String> keys = new ArrayList<>(part);
        keys.add(key.toString());
        keys.add(post.card().id().toString());
        return new Placed(post, new Position(keys));
    }

    /// The part of those of which the best were chosen.
    static List<String> amongBest(Choice choice) {
        return List.of(written(choice.anywhere()), written(choice.inHead()));
    }

    /// The part of all that are older.
    static List<String> amongOlder(Choice choice) {
        return List.of(OLDER, written(choice.inHead()));
    }

    static List<String> amongResembling() {
        return List.of(RESEMBLING);
    }

    static boolean isAmongOlder(@Nullable Position position) {
        return position != null && position.keys().getFirst().equals(OLDER);
    }

    static boolean isAmongResembling(@Nullable Position position) {
        return position != null && position.keys().getFirst().equals(RESEMBLING);
    }

    static Choice choice(Position position) {
        return new Choice(
                isAmongOlder(position) ? null : moment(position.keys().getFirst()),
                moment(position.keys().get(1)));
    }

    /// Without the part.
    static @Nullable Position within(@Nullable Position position) {
        if (position == null) {
            return null;
        }
        List<String> keys = position.keys();
        return new Position(keys.subList(keys.size() - KEY_AND_ID, keys.size()));
    }

    private static String written(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }

    private static @Nullable Instant moment(String written) {
        return written.isEmpty() ? null : Instant.parse(written);
    }

    /// Since when those came out of which the best are chosen; nothing for since ever.
    record Choice(@Nullable Instant anywhere, @Nullable Instant inHead) {}
}
