package dev.beranda.counterexample.losttokens.adapter.persistence.user;

import dev.beranda.counterexample.losttokens.domain.session.RefreshToken;

record SeesAToken(RefreshToken token) {}
