package dev.beranda.counterexample.lostfactors.adapter.web.session;

import dev.beranda.counterexample.lostfactors.domain.factor.TotpCode;

record SeesACode(TotpCode code) {}
