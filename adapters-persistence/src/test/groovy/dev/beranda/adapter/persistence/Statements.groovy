package dev.beranda.adapter.persistence

import org.jooq.DSLContext
import org.jooq.ExecuteContext
import org.jooq.ExecuteListener
import org.jooq.impl.DSL
import org.jooq.impl.DefaultExecuteListenerProvider

/// What is asked of the database by way of a context of ours.
class Statements implements ExecuteListener {

    final List<String> asked = []

    DSLContext of(DSLContext context) {
        DSL.using(context.configuration().derive(new DefaultExecuteListenerProvider(this)))
    }

    @Override
    void executeStart(ExecuteContext execution) {
        asked << DSL.using(execution.configuration()).renderInlined(execution.query())
    }
}
