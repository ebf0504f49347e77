package dev.beranda.counterexample.straysql.adapter.push;

import io.micronaut.data.model.Pageable;

record TakesAPage(Pageable page) {}
