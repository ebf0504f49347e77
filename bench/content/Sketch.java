import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A post before its text is written: what has to be known of all before it in turn.
///
/// @param slugs the present one, and then those it had before
/// @param edits how often it was saved anew
/// @param stage as the table of posts has it
/// @param from since when, or from when on, it can be read
/// @param trashed when it was thrown away
/// @param tags the places of its tags among all tags
/// @param category the place of its category, or -1
record Sketch(
        int index,
        UUID id,
        int author,
        boolean english,
        String title,
        List<String> slugs,
        int edits,
        String stage,
        Instant created,
        Instant from,
        Instant trashed,
        Instant updated,
        long version,
        int[] tags,
        int category,
        int comments,
        int likes) {

    boolean isVisible(Instant now) {
        return stage.equals("open") && trashed == null && !from.isAfter(now);
    }

    Instant visibleFrom() {
        return stage.equals("open") && trashed == null ? from : null;
    }
}
