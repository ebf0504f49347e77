package dev.beranda.adapter.persistence.administration;

import static dev.beranda.adapter.persistence.jooq.Tables.APP_USER;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;

import dev.beranda.adapter.persistence.paging.Sequence;
import dev.beranda.application.administration.PeopleReader;
import dev.beranda.application.administration.PersonOrder;
import dev.beranda.application.administration.PersonView;
import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;
import dev.beranda.application.shared.Position;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Role;
import dev.beranda.domain.shared.SearchText;
import dev.beranda.domain.user.Avatar;
import dev.beranda.domain.user.DisplayName;
import dev.beranda.domain.user.UserId;
import dev.beranda.domain.user.Username;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record11;
import org.jooq.SelectWhereStep;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

@Singleton
final class JooqPeopleReader implements PeopleReader {

    private final DSLContext sql;

    JooqPeopleReader(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Page<PersonView> list(Which which, PersonOrder order, PageRequest page) {
        Condition condition = condition(which);
        var sequence = sequence(order);
        var rows = people().where(condition)
                .and(sequence.beyond(page))
                .orderBy(sequence.order(page))
                .limit(page.reach())
                .fetch(mapping(PersonView::new));
        return page.cut(rows, person -> positionOf(person, order), () -> sql.fetchCount(APP_USER, condition));
    }

    @Override
    public Optional<PersonView> find(UserId user) {
        return people().where(APP_USER.ID.eq(user)).fetchOptional(mapping(PersonView::new));
    }

    private SelectWhereStep<
                    Record11<
                            UserId,
                            Username,
                            EmailAddress,
                            Boolean,
                            DisplayName,
                            Avatar,
                            Role,
                            Boolean,
                            Instant,
                            Instant,
                            Long>>
            people() {
        return sql.select(
                        APP_USER.ID,
                        APP_USER.USERNAME,
                        APP_USER.EMAIL,
                        APP_USER.EMAIL_VERIFIED,
                        APP_USER.DISPLAY_NAME,
                        APP_USER.AVATAR,
                        APP_USER.ROLE,
                        APP_USER.DISABLED,
                        APP_USER.LEAVES_AT,
                        APP_USER.REGISTERED_AT,
                        APP_USER.VERSION)
                .from(APP_USER);
    }

    private static Condition condition(Which which) {
        return given(which.search(), JooqPeopleReader::isCalled)
                .and(given(which.role(), APP_USER.ROLE::eq))
                .and(given(which.disabled(), APP_USER.DISABLED::eq));
    }

    private static Condition isCalled(SearchText search) {
        return contains(APP_USER.USERNAME, search)
                .or(contains(APP_USER.EMAIL, search))
                .or(contains(APP_USER.DISPLAY_NAME, search));
    }

    private static Condition contains(Field<?> name, SearchText search) {
        return name.coerce(SQLDataType.CLOB).containsIgnoreCase(search.value());
    }

    private static Sequence sequence(PersonOrder order) {
        Field<?> first =
                switch (order.by()) {
                    case REGISTERED_AT -> APP_USER.REGISTERED_AT;
                    case USERNAME -> APP_USER.USERNAME_KEY;
                    case EMAIL -> APP_USER.EMAIL;
                };
        return new Sequence(List.of(first, APP_USER.ID), order.descending());
    }

    private static Position positionOf(PersonView person, PersonOrder order) {
        return switch (order.by()) {
            case REGISTERED_AT -> Position.of(person.registeredAt(), person.id());
            case USERNAME -> Position.of(person.username().key(), person.id());
            case EMAIL -> Position.of(person.email(), person.id());
        };
    }

    private static <T> Condition given(@Nullable T wish, Function<T, Condition> condition) {
        return wish == null ? noCondition() : condition.apply(wish);
    }
}
