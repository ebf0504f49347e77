package dev.beranda.counterexample.losttokens.adapter.web.session;

import dev.beranda.counterexample.losttokens.domain.session.RefreshToken;

record RefreshController(RefreshToken token) {}
