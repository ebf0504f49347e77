package dev.beranda.application.exchange;

import dev.beranda.domain.category.Categories;
import dev.beranda.domain.comment.Comments;
import dev.beranda.domain.exchange.Provenances;
import dev.beranda.domain.media.Media;
import dev.beranda.domain.media.Shelves;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Revisions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.tag.Tags;

/// Where everything goes that is brought.
record Household(
        Posts posts,
        Revisions revisions,
        Comments comments,
        Categories categories,
        Tags tags,
        Media media,
        Shelves shelves,
        Provenances provenances,
        DomainEvents events,
        Transactions transactions) {

    /// The same for a rehearsal: what is put there is found there, and is nowhere. The database holds nothing of it, so
    /// nobody waits, and however long it takes nothing is kept back.
    Household rehearsed(UuidSource uuids) {
        var moments = new Undone(transactions);
        return new Household(
                RehearsedPosts.of(posts),
                new RehearsedRevisions(revisions),
                RehearsedComments.of(comments),
                RehearsedCategories.of(categories, moments),
                RehearsedTags.of(tags, moments, uuids),
                RehearsedMedia.of(media),
                RehearsedShelves.of(shelves),
                RehearsedProvenances.of(provenances),
                _ -> {},
                new NoTransactions());
    }
}
