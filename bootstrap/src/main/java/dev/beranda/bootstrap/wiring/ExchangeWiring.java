package dev.beranda.bootstrap.wiring;

import dev.beranda.adapter.exchange.ContentUnpacker;
import dev.beranda.adapter.exchange.ZipPacker;
import dev.beranda.adapter.media.PlainPrints;
import dev.beranda.application.exchange.ContentReader;
import dev.beranda.application.exchange.ExportContent;
import dev.beranda.application.exchange.ImportContent;
import dev.beranda.domain.audit.AuditLog;
import dev.beranda.domain.category.Categories;
import dev.beranda.domain.comment.Comments;
import dev.beranda.domain.exchange.Provenances;
import dev.beranda.domain.media.Media;
import dev.beranda.domain.media.PrintRoom;
import dev.beranda.domain.media.Shelves;
import dev.beranda.domain.post.Posts;
import dev.beranda.domain.post.Revisions;
import dev.beranda.domain.shared.DomainEvents;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.Transliteration;
import dev.beranda.domain.shared.Typesetter;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.tag.Tags;
import dev.beranda.domain.user.Users;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

@Factory
final class ExchangeWiring {

    @Singleton
    ImportContent importContent(
            Posts posts,
            Revisions revisions,
            Comments comments,
            Categories categories,
            Tags tags,
            Media media,
            Shelves shelves,
            PrintRoom printRoom,
            Users users,
            Provenances provenances,
            Typesetter typesetter,
            Transliteration transliteration,
            AuditLog log,
            DomainEvents events,
            Transactions transactions,
            UuidSource uuids,
            Clock clock) {
        return new ImportContent(
                posts,
                revisions,
                comments,
                categories,
                tags,
                media,
                shelves,
                printRoom,
                new PlainPrints(),
                users,
                provenances,
                new ContentUnpacker(),
                typesetter,
                transliteration,
                log,
                events,
                transactions,
                uuids,
                clock);
    }

    @Singleton
    ExportContent exportContent(
            ContentReader reader, Shelves shelves, AuditLog log, Transactions transactions, Clock clock) {
        return new ExportContent(reader, shelves, new ZipPacker(), log, transactions, clock);
    }
}
