package dev.beranda.bootstrap.running;

import dev.beranda.application.comment.FindAgedRemarks;
import dev.beranda.application.comment.SetRemarkAnew;
import dev.beranda.application.post.FindAgedTexts;
import dev.beranda.application.post.SetTextAnew;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// After the rules by which text is set have changed, all that is kept is set by the new ones. Every node may do
/// it: what two set at once is set once.
@Singleton
final class SettingAnew {

    private static final Logger LOG = LoggerFactory.getLogger(SettingAnew.class);

    private static final int BITE = 200;
    private static final int MOST_BITES = 25;

    private final FindAgedTexts findAgedTexts;
    private final SetTextAnew setTextAnew;
    private final FindAgedRemarks findAgedRemarks;
    private final SetRemarkAnew setRemarkAnew;

    SettingAnew(
            FindAgedTexts findAgedTexts,
            SetTextAnew setTextAnew,
            FindAgedRemarks findAgedRemarks,
            SetRemarkAnew setRemarkAnew) {
        this.findAgedTexts = findAgedTexts;
        this.setTextAnew = setTextAnew;
        this.findAgedRemarks = findAgedRemarks;
        this.setRemarkAnew = setRemarkAnew;
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void setPostsAnew() {
        setAnew(
                "posts",
                most -> findAgedTexts.find(new FindAgedTexts.Query(most)),
                post -> setTextAnew.set(new SetTextAnew.Command(post)));
    }

    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void setCommentsAnew() {
        setAnew(
                "comments",
                most -> findAgedRemarks.find(new FindAgedRemarks.Query(most)),
                comment -> setRemarkAnew.set(new SetRemarkAnew.Command(comment)));
    }

    /// Bite by bite, until nothing is left, or something in a bite would not go down.
    private static <T> void setAnew(String what, IntFunction<List<T>> aged, Consumer<T> setting) {
        int done = 0;
        for (int bites = 0; bites < MOST_BITES; bites++) {
            List<T> bite = aged.apply(BITE);
            int set =
                    (int) bite.stream().filter(one -> isSet(what, one, setting)).count();
            done += set;
            if (set < BITE) {
                break;
            }
        }
        if (done > 0) {
            LOG.info("The text of {} {} was set by the rules of today", done, what);
        }
    }

    private static <T> boolean isSet(String what, T one, Consumer<T> setting) {
        try {
            setting.accept(one);
            return true;
        } catch (RuntimeException failure) {
            LOG.atError()
                    .addKeyValue("id", one)
                    .setCause(failure)
                    .log("One of the {} cannot be set by the rules of today", what);
            return false;
        }
    }
}
