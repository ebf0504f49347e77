package dev.beranda.counterexample.knownbootstrap.adapter.web.user;

import dev.beranda.counterexample.knownbootstrap.bootstrap.UserFactory;

record KnowsTheWiring(UserFactory wiring) {}
