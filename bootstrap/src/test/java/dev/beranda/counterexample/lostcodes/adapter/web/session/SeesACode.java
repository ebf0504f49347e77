package dev.beranda.counterexample.lostcodes.adapter.web.session;

import dev.beranda.counterexample.lostcodes.domain.identity.VoucherCode;

record SeesACode(VoucherCode code) {}
