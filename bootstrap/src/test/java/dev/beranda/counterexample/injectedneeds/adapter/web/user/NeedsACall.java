package dev.beranda.counterexample.injectedneeds.adapter.web.user;

import jakarta.inject.Inject;

final class NeedsACall {

    @Inject
    void need(String need) {}
}
