package dev.beranda.counterexample.straytransactions.adapter.persistence.user;

import io.micronaut.transaction.TransactionOperations;

record OpensATransaction(TransactionOperations<Object> transactions) {}
