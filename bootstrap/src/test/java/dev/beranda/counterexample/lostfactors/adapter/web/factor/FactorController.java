package dev.beranda.counterexample.lostfactors.adapter.web.factor;

import dev.beranda.counterexample.lostfactors.domain.factor.TotpCode;

record FactorController(TotpCode code) {}
