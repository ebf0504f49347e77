package dev.beranda.adapter.markup;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import dev.beranda.domain.post.Differences;
import dev.beranda.domain.shared.Markdown;
import java.util.ArrayList;
import java.util.List;

/// By java-diff-utils, which needs time as the square of what it compares: so what is the same at both ends is left out
/// before, and of what remains no more is compared than can be while somebody waits.
public final class LineDifferences implements Differences {

    private static final int MOST_LINES = 4_000;
    private static final int CONTEXT = 3;

    @Override
    public String between(Markdown before, Markdown after) {
        if (before.equals(after)) {
            return "";
        }
        List<String> old = lines(before);
        List<String> present = lines(after);
        var patch = Patch.generate(old, present, changes(old, present));
        return String.join("\n", UnifiedDiffUtils.generateUnifiedDiff("before", "after", old, patch, CONTEXT)) + "\n";
    }

    private static List<String> lines(Markdown text) {
        return List.of(text.value().split("\n", -1));
    }

    private static List<Change> changes(List<String> old, List<String> present) {
        int head = head(old, present);
        int tail = head(
                old.subList(head, old.size()).reversed(),
                present.subList(head, present.size()).reversed());
        List<String> oldMiddle = old.subList(head, old.size() - tail);
        List<String> presentMiddle = present.subList(head, present.size() - tail);
        return changesWithin(oldMiddle, presentMiddle).stream()
                .map(change -> new Change(
                        change.deltaType,
                        change.startOriginal + head,
                        change.endOriginal + head,
                        change.startRevised + head,
                        change.endRevised + head))
                .toList();
    }

    private static List<Change> changesWithin(List<String> old, List<String> present) {
        if (old.size() + present.size() > MOST_LINES) {
            return List.of(new Change(DeltaType.CHANGE, 0, old.size(), 0, present.size()));
        }
        List<Change> whole = new ArrayList<>();
        for (Change change : new MyersDiffWithLinearSpace<String>().computeDiff(old, present, null)) {
            boolean goesOn = !whole.isEmpty() && touches(whole.getLast(), change);
            whole.add(goesOn ? joined(whole.removeLast(), change) : change);
        }
        return whole;
    }

    private static boolean touches(Change one, Change next) {
        return one.endOriginal == next.startOriginal && one.endRevised == next.startRevised;
    }

    /// What goes and what comes in its place are one change, so that the old is told before the new.
    private static Change joined(Change one, Change next) {
        return new Change(DeltaType.CHANGE, one.startOriginal, next.endOriginal, one.startRevised, next.endRevised);
    }

    /// How many lines are the same from the beginning.
    private static int head(List<String> one, List<String> other) {
        int most = Math.min(one.size(), other.size());
        int same = 0;
        while (same < most && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }
}
