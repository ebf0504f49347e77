package dev.beranda.counterexample.plainsql.adapter.persistence.user;

import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;

final class PointsAtText {

    Function<String, Query> pointing(DSLContext sql) {
        return sql::query;
    }
}
