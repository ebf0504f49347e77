package dev.beranda.adapter.persistence.tag;

import static dev.beranda.adapter.persistence.jooq.Tables.TAG;

import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.shared.StaleAggregate;
import dev.beranda.domain.tag.Tag;
import dev.beranda.domain.tag.TagId;
import dev.beranda.domain.tag.Tags;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;

@Singleton
final class JooqTags implements Tags {

    private static final int MOST_NAMESAKES = 50;

    private final DSLContext sql;

    JooqTags(DSLContext sql) {
        this.sql = sql;
    }

    /// New ones in one order, so that two who coin the same wait for each other and not in a ring.
    @Override
    public List<TagId> obtain(List<Tag> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<String, Tag> byKey = new TreeMap<>();
        wanted.forEach(tag -> byKey.putIfAbsent(tag.name().key(), tag));
        Map<String, TagId> known = new HashMap<>(sql.select(TAG.NAME_KEY, TAG.ID)
                .from(TAG)
                .where(TAG.NAME_KEY.in(byKey.keySet()))
                .fetchMap(TAG.NAME_KEY, TAG.ID));
        byKey.forEach((key, tag) -> known.computeIfAbsent(key, _ -> add(tag)));
        return wanted.stream()
                .map(tag -> known.get(tag.name().key()))
                .distinct()
                .toList();
    }

    private TagId add(Tag tag) {
        return slugs(tag.slug())
                .flatMap(slug -> add(tag, slug).stream())
                .findFirst()
                .orElseThrow(() -> new StaleAggregate("A tag"));
    }

    private static Stream<Slug> slugs(Slug first) {
        return Stream.concat(
                Stream.of(first), IntStream.rangeClosed(2, MOST_NAMESAKES).mapToObj(first::numbered));
    }

    /// Nothing if another tag has the slug; whoever has the name by now, where somebody was faster.
    private Optional<TagId> add(Tag tag, Slug slug) {
        int added = sql.insertInto(TAG)
                .set(TAG.ID, tag.id())
                .set(TAG.SLUG, slug)
                .set(TAG.NAME, tag.name())
                .set(TAG.NAME_KEY, tag.name().key())
                .set(TAG.CREATED_AT, tag.createdAt())
                .set(TAG.VERSION, tag.version())
                .onConflictDoNothing()
                .execute();
        return added == 1
                ? Optional.of(tag.id())
                : sql.select(TAG.ID)
                        .from(TAG)
                        .where(TAG.NAME_KEY.eq(tag.name().key()))
                        .fetchOptional(TAG.ID);
    }
}
