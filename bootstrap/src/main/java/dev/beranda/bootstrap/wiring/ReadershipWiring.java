package dev.beranda.bootstrap.wiring;

import dev.beranda.application.readership.FollowPerson;
import dev.beranda.application.readership.ListBookmarks;
import dev.beranda.application.readership.ListFollowed;
import dev.beranda.application.readership.MarkPost;
import dev.beranda.application.readership.ReadFeed;
import dev.beranda.application.readership.ReadershipReader;
import dev.beranda.application.readership.TellMarks;
import dev.beranda.application.readership.UnfollowPerson;
import dev.beranda.application.readership.UnmarkPost;
import dev.beranda.application.user.ProfileReader;
import dev.beranda.domain.readership.Follows;
import dev.beranda.domain.readership.Marks;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

@Factory
final class ReadershipWiring {

    @Singleton
    MarkPost markPost(
            ReadershipReader posts, Marks marks, DomainEvents events, Transactions transactions, Clock clock) {
        return new MarkPost(posts, marks, events, transactions, clock);
    }

    @Singleton
    UnmarkPost unmarkPost(ReadershipReader posts, Marks marks, Transactions transactions) {
        return new UnmarkPost(posts, marks, transactions);
    }

    @Singleton
    FollowPerson followPerson(
            ProfileReader people, Follows follows, DomainEvents events, Transactions transactions, Clock clock) {
        return new FollowPerson(people, follows, events, transactions, clock);
    }

    @Singleton
    UnfollowPerson unfollowPerson(ProfileReader people, Follows follows, Transactions transactions) {
        return new UnfollowPerson(people, follows, transactions);
    }

    @Singleton
    ListBookmarks listBookmarks(ReadershipReader readership) {
        return new ListBookmarks(readership);
    }

    @Singleton
    ReadFeed readFeed(ReadershipReader readership) {
        return new ReadFeed(readership);
    }

    @Singleton
    ListFollowed listFollowed(ReadershipReader readership) {
        return new ListFollowed(readership);
    }

    @Singleton
    TellMarks tellMarks(ReadershipReader readership) {
        return new TellMarks(readership);
    }
}
