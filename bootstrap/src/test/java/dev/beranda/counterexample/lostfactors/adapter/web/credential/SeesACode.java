package dev.beranda.counterexample.lostfactors.adapter.web.credential;

import dev.beranda.counterexample.lostfactors.domain.factor.TotpCode;

record SeesACode(TotpCode code) {}
