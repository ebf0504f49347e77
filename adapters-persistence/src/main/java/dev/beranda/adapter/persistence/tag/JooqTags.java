package dev.beranda.adapter.persistence.tag;

import static dev.beranda.adapter.persistence.jooq.Tables.TAG;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG_NAME;
import static dev.beranda.adapter.persistence.jooq.Tables.TAG_SLUG;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.select;

import dev.beranda.adapter.persistence.freshness.PublicNews;
import dev.beranda.domain.freshness.Subject;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.tag.Heir;
import dev.beranda.domain.tag.Keeping;
import dev.beranda.domain.tag.Tag;
import dev.beranda.domain.tag.TagId;
import dev.beranda.domain.tag.TagName;
import dev.beranda.domain.tag.Tags;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// Names and addresses are claimed in tables of their own before anything is written to the tag: who comes second waits
/// there.
@Singleton
final class JooqTags implements Tags {

    private static final String WHAT = "A tag";

    private final DSLContext sql;
    private final Retagging retagging;
    private final PublicNews news;

    JooqTags(DSLContext sql, Retagging retagging, PublicNews news) {
        this.sql = sql;
        this.retagging = retagging;
        this.news = news;
    }

    static Condition isCalled(Slug address) {
        return TAG.ID.eq(select(TAG_SLUG.TAG_ID).from(TAG_SLUG).where(TAG_SLUG.SLUG.eq(address)));
    }

    /// New ones in one order, so that two who coin the same wait for each other and not in a ring.
    @Override
    public List<TagId> obtain(List<Tag> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<String, Tag> byKey = new TreeMap<>();
        wanted.forEach(tag -> byKey.putIfAbsent(tag.name().key(), tag));
        Map<String, TagId> known = new HashMap<>(sql.select(TAG_NAME.NAME_KEY, TAG_NAME.TAG_ID)
                .from(TAG_NAME)
                .where(TAG_NAME.NAME_KEY.in(byKey.keySet()))
                .fetchMap(TAG_NAME.NAME_KEY, TAG_NAME.TAG_ID));
        byKey.forEach((key, tag) -> known.computeIfAbsent(key, _ -> coin(tag)));
        return wanted.stream()
                .map(tag -> known.get(tag.name().key()))
                .distinct()
                .toList();
    }

    /// Whoever has the name by now, where somebody was faster.
    private TagId coin(Tag tag) {
        if (claim(tag.name(), tag.id()) == Claim.ANOTHERS) {
            return sql.select(TAG_NAME.TAG_ID)
                    .from(TAG_NAME)
                    .where(TAG_NAME.NAME_KEY.eq(tag.name().key()))
                    .fetchOptional(TAG_NAME.TAG_ID)
                    .orElseThrow(() -> new StaleAggregate(WHAT));
        }
        Slug slug = tag.addresses().stream()
                .filter(address -> claim(address, tag.id()) == Claim.NEW)
                .findFirst()
                .orElseThrow(() -> new StaleAggregate(WHAT));
        insert(tag.called(tag.name(), slug));
        return tag.id();
    }

    @Override
    public Optional<Tag> find(Slug address) {
        return sql.select(TAG.ID, TAG.NAME, TAG.SLUG, TAG.CREATED_AT, TAG.VERSION)
                .from(TAG)
                .where(isCalled(address))
                .fetchOptional(mapping(Tag::new));
    }

    @Override
    public Keeping add(Tag tag) {
        Optional<Keeping> refusal = claimBoth(tag);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        insert(tag);
        return new Keeping.Kept(tag);
    }

    @Override
    public Keeping save(Tag tag) {
        return claimBoth(tag).orElseGet(() -> new Keeping.Kept(update(tag)));
    }

    private Optional<Keeping> claimBoth(Tag tag) {
        Claim name = claim(tag.name(), tag.id());
        if (name == Claim.ANOTHERS) {
            return Optional.of(new Keeping.NameTaken());
        }
        if (claim(tag.slug(), tag.id()) != Claim.ANOTHERS) {
            return Optional.empty();
        }
        if (name == Claim.NEW) {
            sql.deleteFrom(TAG_NAME)
                    .where(TAG_NAME.NAME_KEY.eq(tag.name().key()))
                    .execute();
        }
        return Optional.of(new Keeping.SlugTaken());
    }

    private enum Claim {
        NEW,
        OWN,
        ANOTHERS
    }

    private Claim claim(TagName name, TagId tag) {
        int claimed = sql.insertInto(TAG_NAME)
                .set(TAG_NAME.NAME_KEY, name.key())
                .set(TAG_NAME.TAG_ID, tag)
                .onConflictDoNothing()
                .execute();
        return claimed == 1
                ? Claim.NEW
                : claimed(sql.fetchExists(
                        TAG_NAME, TAG_NAME.NAME_KEY.eq(name.key()).and(TAG_NAME.TAG_ID.eq(tag))));
    }

    private Claim claim(Slug address, TagId tag) {
        int claimed = sql.insertInto(TAG_SLUG)
                .set(TAG_SLUG.SLUG, address)
                .set(TAG_SLUG.TAG_ID, tag)
                .onConflictDoNothing()
                .execute();
        return claimed == 1
                ? Claim.NEW
                : claimed(sql.fetchExists(TAG_SLUG, TAG_SLUG.SLUG.eq(address).and(TAG_SLUG.TAG_ID.eq(tag))));
    }

    private static Claim claimed(boolean byItself) {
        return byItself ? Claim.OWN : Claim.ANOTHERS;
    }

    private void insert(Tag tag) {
        sql.insertInto(TAG)
                .set(TAG.ID, tag.id())
                .set(TAG.SLUG, tag.slug())
                .set(TAG.NAME, tag.name())
                .set(TAG.NAME_KEY, tag.name().key())
                .set(TAG.CREATED_AT, tag.createdAt())
                .set(TAG.VERSION, tag.version())
                .execute();
        news.of(Subject.TAGS);
    }

    /// Who files a post under it at that moment is waited for, so that none is found by the old name for ever.
    private Tag update(Tag tag) {
        if (!isAsSeen(tag)) {
            throw new StaleAggregate(WHAT);
        }
        String key = tag.name().key();
        sql.deleteFrom(TAG_NAME)
                .where(TAG_NAME.NAME_KEY.eq(select(TAG.NAME_KEY).from(TAG).where(TAG.ID.eq(tag.id()))))
                .and(TAG_NAME.NAME_KEY.ne(key))
                .execute();
        sql.update(TAG)
                .set(TAG.NAME, tag.name())
                .set(TAG.NAME_KEY, key)
                .set(TAG.SLUG, tag.slug())
                .set(TAG.VERSION, tag.version() + 1)
                .where(TAG.ID.eq(tag.id()))
                .execute();
        retagging.bite(tag.id());
        news.of(Subject.TAGS, Subject.LABELS);
        return new Tag(tag.id(), tag.name(), tag.slug(), tag.createdAt(), tag.version() + 1);
    }

    /// From now on nobody finds it, and its names and addresses are its heir's, or anybody's. Of its posts the
    /// first few are taken along at once; who has to wait for the rest of very many waits for them behind this.
    @Override
    public void remove(Tag tag, Heir heir) {
        hold(tag, heir);
        TagId other = heir instanceof Heir.Other(var id) ? id : null;
        if (other == null) {
            sql.deleteFrom(TAG_NAME).where(TAG_NAME.TAG_ID.eq(tag.id())).execute();
            sql.deleteFrom(TAG_SLUG).where(TAG_SLUG.TAG_ID.eq(tag.id())).execute();
        } else {
            handOver(tag.id(), other);
        }
        sql.update(TAG).set(TAG.HEIR_ID, other).where(TAG.HEIR_ID.eq(tag.id())).execute();
        sql.update(TAG)
                .set(TAG.LEAVING, true)
                .set(TAG.HEIR_ID, other)
                .set(TAG.VERSION, tag.version() + 1)
                .where(TAG.ID.eq(tag.id()))
                .execute();
        retagging.bite(tag.id());
        news.of(Subject.TAGS, Subject.LABELS);
    }

    /// In one order, so that two who merge the same the other way round do not wait in a ring.
    private void hold(Tag tag, Heir heir) {
        boolean held = heir instanceof Heir.Other(TagId other)
                        && other.value().compareTo(tag.id().value()) < 0
                ? remains(heir) && isAsSeen(tag)
                : isAsSeen(tag) && remains(heir);
        if (!held) {
            throw new StaleAggregate(WHAT);
        }
    }

    /// No post gets it from now on.
    private boolean isAsSeen(Tag tag) {
        return sql.select(TAG.VERSION)
                .from(TAG)
                .where(TAG.ID.eq(tag.id()))
                .andNot(TAG.LEAVING)
                .forUpdate()
                .fetchOptional(TAG.VERSION)
                .filter(version -> version == tag.version())
                .isPresent();
    }

    /// Nobody takes it away from now on; posts may get it all the same.
    private boolean remains(Heir heir) {
        return switch (heir) {
            case Heir.Nobody() -> true;
            case Heir.Other(var other) ->
                sql.selectOne()
                        .from(TAG)
                        .where(TAG.ID.eq(other))
                        .andNot(TAG.LEAVING)
                        .forKeyShare()
                        .fetchOptional()
                        .isPresent();
        };
    }

    private void handOver(TagId tag, TagId heir) {
        sql.update(TAG_NAME)
                .set(TAG_NAME.TAG_ID, heir)
                .where(TAG_NAME.TAG_ID.eq(tag))
                .execute();
        sql.update(TAG_SLUG)
                .set(TAG_SLUG.TAG_ID, heir)
                .where(TAG_SLUG.TAG_ID.eq(tag))
                .execute();
    }
}
