package dev.beranda.counterexample.lostcodes.adapter.web.identity;

import dev.beranda.counterexample.lostcodes.domain.identity.VoucherCode;

record ExchangeController(VoucherCode code) {}
