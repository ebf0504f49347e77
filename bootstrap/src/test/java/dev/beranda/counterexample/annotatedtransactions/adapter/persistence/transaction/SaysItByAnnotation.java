package dev.beranda.counterexample.annotatedtransactions.adapter.persistence.transaction;

import jakarta.transaction.Transactional;

record SaysItByAnnotation(Transactional.TxType type) {}
