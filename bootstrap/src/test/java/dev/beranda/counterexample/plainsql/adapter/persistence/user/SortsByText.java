package dev.beranda.counterexample.plainsql.adapter.persistence.user;

import org.jooq.Field;
import org.jooq.impl.DSL;

final class SortsByText {

    Field<Object> order() {
        return DSL.field("registered_at desc");
    }
}
