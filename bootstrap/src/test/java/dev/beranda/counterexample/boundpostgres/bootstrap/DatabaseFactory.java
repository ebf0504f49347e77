package dev.beranda.counterexample.boundpostgres.bootstrap;

import dev.beranda.counterexample.boundpostgres.postgres.Cluster;

record DatabaseFactory(Cluster cluster) {}
