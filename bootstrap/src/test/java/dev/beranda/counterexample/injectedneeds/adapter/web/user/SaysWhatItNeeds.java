package dev.beranda.counterexample.injectedneeds.adapter.web.user;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;

record SaysWhatItNeeds(@Value("${need}") String need) {

    @Inject
    SaysWhatItNeeds {}
}
