package dev.beranda.bootstrap.wiring;

import dev.beranda.application.tag.AddTag;
import dev.beranda.application.tag.ChangeTag;
import dev.beranda.application.tag.ListTags;
import dev.beranda.application.tag.MergeTags;
import dev.beranda.application.tag.RemoveTag;
import dev.beranda.application.tag.ShowTag;
import dev.beranda.application.tag.TagReader;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.Transliteration;
import dev.beranda.domain.shared.UuidSource;
import dev.beranda.domain.tag.TagMint;
import dev.beranda.domain.tag.Tags;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

@Factory
final class TagWiring {

    @Singleton
    TagMint tagMint(Tags tags, Transliteration transliteration, UuidSource uuids) {
        return new TagMint(tags, transliteration, uuids);
    }

    @Singleton
    ListTags listTags(TagReader tags) {
        return new ListTags(tags);
    }

    @Singleton
    ShowTag showTag(TagReader tags) {
        return new ShowTag(tags);
    }

    @Singleton
    AddTag addTag(Tags tags, TagMint tagMint, TagReader reader, Transactions transactions, Clock clock) {
        return new AddTag(tags, tagMint, reader, transactions, clock);
    }

    @Singleton
    ChangeTag changeTag(Tags tags, TagReader reader, Transactions transactions) {
        return new ChangeTag(tags, reader, transactions);
    }

    @Singleton
    RemoveTag removeTag(Tags tags, Transactions transactions) {
        return new RemoveTag(tags, transactions);
    }

    @Singleton
    MergeTags mergeTags(Tags tags, TagReader reader, Transactions transactions) {
        return new MergeTags(tags, reader, transactions);
    }
}
