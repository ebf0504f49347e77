package dev.beranda.counterexample.boundpostgres.postgres;

import dev.beranda.counterexample.boundpostgres.domain.user.Username;

record KnowsTheDomain(Username owner) {}
