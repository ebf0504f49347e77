package dev.beranda.counterexample.straysql.adapter.web.post;

import org.jooq.DSLContext;

record WritesSql(DSLContext sql) {}
