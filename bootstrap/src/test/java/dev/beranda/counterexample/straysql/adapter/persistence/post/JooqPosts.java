package dev.beranda.counterexample.straysql.adapter.persistence.post;

import io.micronaut.data.model.Pageable;
import org.jooq.DSLContext;

record JooqPosts(DSLContext sql, Pageable page) {}
