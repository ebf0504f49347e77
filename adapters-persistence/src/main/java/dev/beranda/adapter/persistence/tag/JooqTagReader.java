package dev.beranda.adapter.persistence.tag;

import static dev.beranda.adapter.persistence.jooq.Tables.TAG;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.noCondition;

import dev.beranda.adapter.persistence.paging.Sequence;
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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
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
        var sequence = new Sequence(List.of(key, TAG.ID), order.descending());
        var rows = tags().where(condition)
                .and(sequence.beyond(page))
                .orderBy(sequence.order(page))
                .limit(page.reach())
                .fetch(mapping(TagView::new));
        return page.cut(rows, tag -> positionOf(tag, order), () -> sql.fetchCount(TAG, condition));
    }

    private SelectWhereStep<Record6<TagId, TagName, Slug, Long, Instant, Long>> tags() {
        return sql.select(TAG.ID, TAG.NAME, TAG.SLUG, TAG.POST_COUNT, TAG.CREATED_AT, TAG.VERSION)
                .from(TAG);
    }

    private static Condition condition(Which which) {
        Condition isUsed = (which.unused() ? noCondition() : TAG.POST_COUNT.gt(0L)).andNot(TAG.LEAVING);
        return which.search() == null
                ? isUsed
                : isUsed.and(TAG.NAME_KEY.contains(TagName.keyOf(which.search().value())));
    }

    private static Position positionOf(TagView tag, TagOrder order) {
        return order.by() == TagOrder.Key.NAME
                ? Position.of(tag.name().key(), tag.id())
                : Position.of(tag.posts(), tag.id());
    }
}
