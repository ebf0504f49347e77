package dev.beranda.counterexample.shownadapters.adapter.persistence.user;

record Neighbour(ShownToNobody other) {}
