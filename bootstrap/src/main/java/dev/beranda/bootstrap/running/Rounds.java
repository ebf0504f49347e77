package dev.beranda.bootstrap.running;

import dev.beranda.adapter.persistence.category.Clearing;
import dev.beranda.adapter.persistence.post.Discards;
import dev.beranda.adapter.persistence.post.Openings;
import dev.beranda.adapter.persistence.syndication.SitemapParts;
import dev.beranda.adapter.persistence.tag.Retagging;
import dev.beranda.adapter.persistence.tally.Tallies;
import dev.beranda.adapter.persistence.upkeep.Upkeep;
import dev.beranda.application.media.CollectStrays;
import dev.beranda.application.post.AnnouncePost;
import dev.beranda.application.post.ExpirePost;
import dev.beranda.application.post.FindExpired;
import dev.beranda.application.post.FindPremieres;
import dev.beranda.application.privacy.EraseLeaver;
import dev.beranda.application.privacy.FindLeavers;
import dev.beranda.application.session.RotateSigningKeys;
import dev.beranda.domain.post.PostId;
import dev.beranda.domain.user.UserId;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has to be looked after from time to time. Every node makes its rounds; each of them is safe to make at once.
@Singleton
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /// At once; the rest waits for the next round.
    private static final int LEAVERS = 1000;

    private static final int PREMIERES = 100;

    private static final int EXPIRED = 500;

    private final RotateSigningKeys rotateSigningKeys;
    private final FindPremieres findPremieres;
    private final AnnouncePost announcePost;
    private final FindExpired findExpired;
    private final ExpirePost expirePost;
    private final FindLeavers findLeavers;
    private final EraseLeaver eraseLeaver;
    private final Retagging retagging;
    private final Clearing clearing;
    private final Discards discards;
    private final Openings openings;
    private final Tallies tallies;
    private final Upkeep upkeep;
    private final CollectStrays collectStrays;
    private final SitemapParts sitemapParts;

    Rounds(
            RotateSigningKeys rotateSigningKeys,
            FindPremieres findPremieres,
            AnnouncePost announcePost,
            FindExpired findExpired,
            ExpirePost expirePost,
            FindLeavers findLeavers,
            EraseLeaver eraseLeaver,
            Retagging retagging,
            Clearing clearing,
            Discards discards,
            Openings openings,
            Tallies tallies,
            Upkeep upkeep,
            CollectStrays collectStrays,
            SitemapParts sitemapParts) {
        this.rotateSigningKeys = rotateSigningKeys;
        this.findPremieres = findPremieres;
        this.announcePost = announcePost;
        this.findExpired = findExpired;
        this.expirePost = expirePost;
        this.findLeavers = findLeavers;
        this.eraseLeaver = eraseLeaver;
        this.retagging = retagging;
        this.clearing = clearing;
        this.discards = discards;
        this.openings = openings;
        this.tallies = tallies;
        this.upkeep = upkeep;
        this.collectStrays = collectStrays;
        this.sitemapParts = sitemapParts;
    }

    @Scheduled(initialDelay = "10m", fixedDelay = "1h")
    void lookAfterKeys() {
        var outcome = rotateSigningKeys.rotate();
        if (outcome.added()) {
            LOG.info("A new signing key is announced");
        }
    }

    /// What cannot be announced now is tried again a second later; it can be read all the same.
    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void announcePremieres() {
        try {
            findPremieres
                    .find(new FindPremieres.Query(PREMIERES))
                    .forEach(post -> announcePost.announce(new AnnouncePost.Command(post)));
        } catch (RuntimeException failure) {
            LOG.atWarn()
                    .addKeyValue("reason", failure.getClass().getSimpleName())
                    .log("Posts cannot be announced yet");
        }
    }

    /// What cannot be deleted now stands in nobody's way, and is tried again next time.
    @Scheduled(initialDelay = "12m", fixedDelay = "10m")
    void emptyTrash() {
        for (PostId post : findExpired.find(new FindExpired.Query(EXPIRED))) {
            try {
                if (expirePost.expire(new ExpirePost.Command(post)) instanceof ExpirePost.Outcome.Deleted) {
                    LOG.atInfo().addKeyValue("post", post).log("A post was in the trash for long enough, and is gone");
                }
            } catch (RuntimeException failure) {
                LOG.atError().addKeyValue("post", post).setCause(failure).log("A post cannot be deleted yet");
            }
        }
    }

    /// What touches so much that nobody waited for it. What cannot be done now stands in nobody's way, and is tried
    /// again a second later.
    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void carryOn() {
        each(retagging::waiting, retagging::carryOn);
        each(clearing::waiting, clearing::carryOn);
        each(discards::waiting, discards::carryOn);
    }

    private static <T> void each(Supplier<List<T>> waiting, Consumer<T> work) {
        try {
            for (T one : waiting.get()) {
                attempt(one, work);
            }
        } catch (RuntimeException failure) {
            LOG.atWarn()
                    .addKeyValue("reason", failure.getClass().getSimpleName())
                    .log("Nobody can look what is still to be done");
        }
    }

    private static <T> void attempt(T one, Consumer<T> work) {
        try {
            work.accept(one);
        } catch (RuntimeException failure) {
            LOG.atWarn()
                    .addKeyValue("subject", one)
                    .addKeyValue("reason", failure.getClass().getSimpleName())
                    .log("What was begun cannot be carried on yet");
        }
    }

    /// Until then the counters are a moment behind; nothing is lost.
    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void addUp() {
        try {
            openings.notice();
            tallies.fold();
        } catch (RuntimeException failure) {
            LOG.atWarn()
                    .addKeyValue("reason", failure.getClass().getSimpleName())
                    .log("What came and went cannot be added up yet");
        }
    }

    @Scheduled(initialDelay = "5m", fixedDelay = "10m")
    void checkCounters() {
        int wrong = tallies.check();
        if (wrong > 0) {
            LOG.atWarn().addKeyValue("counters", wrong).log("Some counters were wrong, and are right again");
        }
    }

    /// Whoever cannot be forgotten now stands in nobody's way, and is tried again next time.
    @Scheduled(initialDelay = "1m", fixedDelay = "1m")
    void forgetLeavers() {
        for (UserId leaver : findLeavers.find(new FindLeavers.Query(LEAVERS))) {
            try {
                if (eraseLeaver.erase(new EraseLeaver.Command(leaver)) instanceof EraseLeaver.Outcome.Forgotten) {
                    LOG.atInfo().addKeyValue("user", leaver).log("Somebody was forgotten");
                }
            } catch (RuntimeException failure) {
                LOG.atError().addKeyValue("user", leaver).setCause(failure).log("Somebody could not be forgotten yet");
            }
        }
    }

    @Scheduled(initialDelay = "30s", fixedDelay = "1m")
    void keepSitemap() {
        sitemapParts.keep();
    }

    @Scheduled(initialDelay = "15m", fixedDelay = "1h")
    void tidyUp() {
        upkeep.tidyUp();
    }

    @Scheduled(initialDelay = "20m", fixedDelay = "12h")
    void collectStrays() {
        var collected = collectStrays.collect();
        if (collected.removed() > 0) {
            LOG.info("Bytes of {} media that nobody knew of are gone", collected.removed());
        }
    }
}
