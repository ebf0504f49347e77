package dev.beranda.counterexample.boundpostgres.adapter.persistence.user;

import dev.beranda.counterexample.boundpostgres.postgres.Cluster;

record StartsItsOwn(Cluster cluster) {}
