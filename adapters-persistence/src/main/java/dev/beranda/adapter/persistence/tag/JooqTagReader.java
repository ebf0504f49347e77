package dev.beranda.adapter.persistence.tag;

import static dev.beranda.adapter.persistence.jooq.Tables.TAG;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import dev.beranda.application.tag.TagOrder;
import dev.beranda.application.tag.TagReader;
import dev.beranda.application.tag.TagView;
import dev.beranda.domain.shared.Slug;
import dev.beranda.domain.tag.TagId;
import dev.beranda.domain.tag.TagName;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record6;
import org.jooq.SelectWhereStep;

@Singleton
final class JooqTagReader implements TagReader {

    private static final Field<String> NAME = TAG.NAME_KEY.collate(collation("C"));

    private final DSLContext sql;

    JooqTagReader(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<TagView> find(Slug address) {
        return tags().where(JooqTags.isCalled(address)).fetchOptional(mapping(TagView::new));
    }

    @Override
    public Page<TagView> list(Which which, TagOrder order, PageRequest page) {
        Condition condition = condition(which);
        Field<?> key = order.by() == TagOrder.Key.NAME ? NAME : TAG.POST_COUNT;
        var rows = tags().where(condition)
                .and(page.after() == null ? noCondition() : beyond(page.after(), key, order.descending()))
                .orderBy(sorted(key, order.descending()))
                .limit(page.reach())
                .fetch(mapping(TagView::new));
        return page.cut(rows, tag -> positionOf(tag, order), () -> sql.fetchCount(TAG, condition));
    }

    private SelectWhereStep<Record6<TagId, TagName, Slug, Long, Instant, Long>> tags() {
        return sql.select(TAG.ID, TAG.NAME, TAG.SLUG, TAG.POST_COUNT, TAG.CREATED_AT, TAG.VERSION)
                .from(TAG);
    }

    private static Condition condition(Which which) {
        Condition isUsed = which.unused() ? noCondition() : TAG.POST_COUNT.gt(0L);
        return which.search() == null
                ? isUsed
                : isUsed.and(TAG.NAME_KEY.contains(TagName.keyOf(which.search().value())));
    }

    private static Position positionOf(TagView tag, TagOrder order) {
        return order.by() == TagOrder.Key.NAME
                ? Position.of(tag.name().key(), tag.id())
                : Position.of(tag.posts(), tag.id());
    }

    private static <T> Condition beyond(Position last, Field<T> key, boolean descending) {
        var place = row(key, TAG.ID);
        var end = row(
                key.getDataType().convert(last.keys().getFirst()),
                new TagId(UUID.fromString(last.keys().getLast())));
        return descending ? place.lt(end) : place.gt(end);
    }

    private static List<OrderField<?>> sorted(Field<?> key, boolean descending) {
        return descending ? List.of(key.desc(), TAG.ID.desc()) : List.of(key.asc(), TAG.ID.asc());
    }
}
