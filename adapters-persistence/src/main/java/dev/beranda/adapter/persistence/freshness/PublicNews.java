package dev.beranda.adapter.persistence.freshness;

import dev.beranda.adapter.persistence.feed.ChangeFeed;
import dev.beranda.adapter.persistence.feed.Topic;
import dev.beranda.adapter.persistence.transaction.CurrentTransaction;
import dev.beranda.domain.freshness.Subject;
import jakarta.inject.Singleton;

/// Tells the readers of this node what its writers change, before these get their answer. Triggers tell it to all
/// nodes, whoever changes it: but a moment later, and whoever wrote something wants to read it here.
@Singleton
public final class PublicNews {

    private final CurrentTransaction transaction;
    private final ChangeFeed feed;

    PublicNews(CurrentTransaction transaction, ChangeFeed feed) {
        this.transaction = transaction;
        this.feed = feed;
    }

    public void of(Subject... subjects) {
        transaction.afterCommit(() -> {
            for (Subject subject : subjects) {
                feed.tell(Topic.PUBLIC, subject.word());
            }
        });
    }
}
