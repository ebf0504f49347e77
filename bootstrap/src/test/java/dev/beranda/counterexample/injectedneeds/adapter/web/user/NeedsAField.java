package dev.beranda.counterexample.injectedneeds.adapter.web.user;

import jakarta.inject.Inject;

final class NeedsAField {

    @Inject
    String need;
}
