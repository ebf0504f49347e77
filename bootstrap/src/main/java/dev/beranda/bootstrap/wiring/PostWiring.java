package dev.beranda.bootstrap.wiring;

import dev.beranda.application.post.AnnouncePost;
import dev.beranda.application.post.CountFacets;
import dev.beranda.application.post.DeletePost;
import dev.beranda.application.post.EditPost;
import dev.beranda.application.post.ExpirePost;
import dev.beranda.application.post.FacetReader;
import dev.beranda.application.post.FindAgedTexts;
import dev.beranda.application.post.FindExpired;
import dev.beranda.application.post.FindPremieres;
import dev.beranda.application.post.ListPosts;
import dev.beranda.application.post.ListRevisions;
import dev.beranda.application.post.MovePost;
import dev.beranda.application.post.PostFinder;
import dev.beranda.application.post.PostReader;
import dev.beranda.application.post.RestoreRevision;
import dev.beranda.application.post.RevisionReader;
import dev.beranda.application.post.SearchPosts;
import dev.beranda.application.post.SetTextAnew;
import dev.beranda.application.post.ShowPost;
import dev.beranda.application.post.ShowRevision;
import dev.beranda.application.post.WritePost;
import dev.beranda.bootstrap.settings.Settings;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.category.Categories;
import dev.beranda.domain.media.Media;
import dev.beranda.domain.post.AgedTexts;
import dev.beranda.domain.post.Differences;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Premieres;
import dev.beranda.domain.post.Revisions;
import dev.beranda.domain.post.Trash;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.Transliteration;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.tag.TagMint;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

@Factory
final class PostWiring {

    @Singleton
    WritePost writePost(
            Posts posts,
            Revisions revisions,
            Categories categories,
            Media media,
            TagMint tagMint,
            PostReader reader,
            Typesetter typesetter,
            Transliteration transliteration,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids,
            Clock clock) {
        return new WritePost(
                posts,
                revisions,
                categories,
                media,
                tagMint,
                reader,
                typesetter,
                transliteration,
                events,
                transactions,
                uuids,
                clock);
    }

    @Singleton
    EditPost editPost(
            Posts posts,
            Revisions revisions,
            Categories categories,
            Media media,
            TagMint tagMint,
            PostReader reader,
            Typesetter typesetter,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        return new EditPost(
                posts, revisions, categories, media, tagMint, reader, typesetter, events, transactions, clock);
    }

    @Singleton
    MovePost movePost(
            Posts posts,
            Premieres premieres,
            PostReader reader,
            DomainEvents events,
            Transactions transactions,
            Clock clock) {
        return new MovePost(posts, premieres, reader, events, transactions, clock);
    }

    @Singleton
    ShowPost showPost(PostReader posts) {
        return new ShowPost(posts);
    }

    @Singleton
    ListPosts listPosts(PostReader posts) {
        return new ListPosts(posts);
    }

    @Singleton
    SearchPosts searchPosts(PostFinder posts) {
        return new SearchPosts(posts);
    }

    @Singleton
    CountFacets countFacets(FacetReader facets) {
        return new CountFacets(facets);
    }

    @Singleton
    FindPremieres findPremieres(Premieres premieres, Clock clock) {
        return new FindPremieres(premieres, clock);
    }

    @Singleton
    AnnouncePost announcePost(Premieres premieres, DomainEvents events, Transactions transactions, Clock clock) {
        return new AnnouncePost(premieres, events, transactions, clock);
    }

    @Singleton
    DeletePost deletePost(
            Posts posts, Trash trash, AuditLog log, DomainEvents events, Transactions transactions, Clock clock) {
        return new DeletePost(posts, trash, log, events, transactions, clock);
    }

    @Singleton
    FindExpired findExpired(Trash trash, Settings settings, Clock clock) {
        return new FindExpired(trash, settings.trashPeriod(), clock);
    }

    @Singleton
    ExpirePost expirePost(
            Posts posts, Trash trash, Settings settings, DomainEvents events, Transactions transactions, Clock clock) {
        return new ExpirePost(posts, trash, settings.trashPeriod(), events, transactions, clock);
    }

    @Singleton
    FindAgedTexts findAgedTexts(AgedTexts texts) {
        return new FindAgedTexts(texts);
    }

    @Singleton
    SetTextAnew setTextAnew(Posts posts, AgedTexts texts, Typesetter typesetter, Transactions transactions) {
        return new SetTextAnew(posts, texts, typesetter, transactions);
    }

    @Singleton
    ListRevisions listRevisions(Posts posts, RevisionReader reader, Clock clock) {
        return new ListRevisions(posts, reader, clock);
    }

    @Singleton
    ShowRevision showRevision(Posts posts, RevisionReader reader, Differences differences, Clock clock) {
        return new ShowRevision(posts, reader, differences, clock);
    }

    @Singleton
    RestoreRevision restoreRevision(Posts posts, Revisions revisions, EditPost editPost, Clock clock) {
        return new RestoreRevision(posts, revisions, editPost, clock);
    }
}
