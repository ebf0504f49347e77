package dev.beranda.counterexample.lostcodes.adapter.oauth;

import dev.beranda.counterexample.lostcodes.domain.identity.VoucherCode;

record SendsABrowser(VoucherCode code) {}
