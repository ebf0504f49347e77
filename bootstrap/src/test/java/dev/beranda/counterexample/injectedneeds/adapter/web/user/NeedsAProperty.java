package dev.beranda.counterexample.injectedneeds.adapter.web.user;

import io.micronaut.context.annotation.Property;

final class NeedsAProperty {

    @Property(name = "need")
    String need;
}
