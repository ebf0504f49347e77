package dev.beranda.counterexample.injectedneeds.adapter.web.user;

import io.micronaut.context.annotation.Value;

final class NeedsASetting {

    @Value("${need}")
    String need;
}
